using System.Text;
using Gongkai.AnnualReports.Reading;
using Gongkai.AnnualReports.Rules;
using Gongkai.Documents;
using Gongkai.Testing;

namespace Gongkai.AnnualReports.Tests.Reading;

/// <summary>把真实文件随意弄坏：读的结果只能是报告或者一句话，绝不能是异常，也不能没完没了。</summary>
public sealed class FuzzTests
{
    private const int Cases = 20_000;
    private const int LongCases = 1_000_000;

    private static readonly string[] Scraps = ["0", "|", "\t", "\n", "第二十条第（一）项", "（七）总计", "9999999999999999999999", "．", "（", "-", "１２", "增", "三、收到和处理政府信息公开申请情况", "\0", "𠀀", "<td rowspan=65535>"];

    [SharedFact]
    public void Damaged_text_and_pages_never_crash_the_reader()
    {
        var sources = Corpus.Seeds.Concat(Corpus.Files).Where(file => Path.GetExtension(file) is ".txt" or ".html").Select(File.ReadAllBytes).ToArray();
        var cases = LongRun.Enabled ? LongCases : Cases;
        var failures = new System.Collections.Concurrent.ConcurrentBag<string>();
        Parallel.For(0, cases, new ParallelOptions { MaxDegreeOfParallelism = Environment.ProcessorCount }, (seed, loop) =>
        {
            var random = new Random(seed);
            var content = Damage(sources[random.Next(sources.Length)], random);
            try
            {
                var document = DocumentReader.Read(content, "fuzz.txt", ReadLimits.Default, CancellationToken.None);
                if (!document.Succeeded) return;
                var report = ReportReader.Read(document.Value);
                if (report.Succeeded) ReportChecker.Check(new CheckContext(report.Value));
            }
            catch (Exception exception)
            {
                failures.Add($"{seed}：{exception}");
                if (failures.Count > 5) loop.Stop();
            }
        });
        failures.ShouldBeEmpty(string.Join('\n', failures.Take(3)));
    }

    [SharedFact]
    public void Damaged_word_files_never_crash_the_reader()
    {
        var source = File.ReadAllBytes(Corpus.Files.First(file => file.EndsWith(".docx", StringComparison.Ordinal)));
        var cases = LongRun.Enabled ? 20_000 : 500;
        for (var seed = 0; seed < cases; seed++)
        {
            var random = new Random(seed);
            var content = source.ToArray();
            for (var count = random.Next(1, 30); count > 0; count--) content[random.Next(content.Length)] = (byte)random.Next(256);
            var document = DocumentReader.Read(content.AsMemory(0, random.Next(4) == 0 ? random.Next(content.Length) : content.Length), "fuzz.docx", ReadLimits.Default, CancellationToken.None);
            if (document.Succeeded) ReportReader.Read(document.Value);
            else document.Refusal!.Reason.ShouldNotBeNullOrWhiteSpace();
        }
    }

    private static byte[] Damage(byte[] source, Random random)
    {
        if (random.Next(3) == 0)
        {
            var bytes = source.ToArray();
            for (var count = random.Next(1, 40); count > 0; count--) bytes[random.Next(bytes.Length)] = (byte)random.Next(256);
            return bytes[..random.Next(bytes.Length / 2, bytes.Length)];
        }

        var text = new StringBuilder(Encoding.UTF8.GetString(source));
        for (var count = random.Next(1, 12); count > 0; count--)
        {
            var at = random.Next(text.Length);
            switch (random.Next(5))
            {
                case 0: text.Remove(at, Math.Min(random.Next(1, 200), text.Length - at)); break;
                case 1: text.Insert(at, Scraps[random.Next(Scraps.Length)]); break;
                case 2: text.Insert(at, text.ToString(at, Math.Min(random.Next(1, 400), text.Length - at))); break;
                case 3: text.Insert(at, new string((char)random.Next(33, 0x9FFF), random.Next(1, 30))); break;
                default: text[at] = (char)('0' + random.Next(10)); break;
            }

            if (text.Length == 0) text.Append('年');
        }

        return Encoding.UTF8.GetBytes(text.ToString());
    }
}

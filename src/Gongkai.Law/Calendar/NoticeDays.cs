using System.Collections.Immutable;

namespace Gongkai.Law.Calendar;

/// <summary>放假、调休的日子写成文字：一行一个节日，“春节：2027-02-05至2027-02-11、2027-02-13”；读回来与写下的一样。</summary>
public static class NoticeDays
{
    // 一段假期再长也不到这么多天：更长的是把年份写错了。
    private const int LongestSpan = 31;

    private static readonly char[] Colons = ['：', ':'];
    private static readonly char[] Commas = ['、', '，', ',', '；', ';', ' ', '\u3000', '\t'];
    private static readonly string[] To = ["至", "到", "～", "~", ".."];

    /// <summary>读；写得不对的，说出是哪一行。</summary>
    public static Outcome<ImmutableArray<NoticeDay>> Read(string? text)
    {
        var days = ImmutableArray.CreateBuilder<NoticeDay>();
        foreach (var line in (text ?? "").Split('\n').Select(line => line.Trim()).Where(line => line.Length > 0))
        {
            var at = line.IndexOfAny(Colons);
            if (at <= 0) return new Refusal($"“{line}”没有写是哪个节日，写作“春节：2027-02-05至2027-02-11”。");
            var name = line[..at].Trim();
            if (name.Length > 20) return new Refusal($"“{name}”太长，节日的名称不超过 20 个字。");
            foreach (var span in Joined(line[(at + 1)..]).Split(Commas, StringSplitOptions.RemoveEmptyEntries))
            {
                var ends = span.Split(To, StringSplitOptions.None).Select(end => WrittenDate.Read(end.Trim())).ToList();
                if (ends.Count > 2 || ends.Contains(null)) return new Refusal($"“{span}”不是日期，写作 2027-02-05，或者 2027-02-05至2027-02-11。");
                var (first, last) = (ends[0]!.Value, ends[^1]!.Value);
                if (last < first || last.DayNumber - first.DayNumber >= LongestSpan) return new Refusal($"“{span}”的起止不对，请核对。");
                for (var date = first; date <= last; date = date.AddDays(1)) days.Add(new NoticeDay(date, name));
            }
        }

        return days.ToImmutable();
    }

    /// <summary>写：连着的写成起止，一行一个节日。</summary>
    public static string Write(IEnumerable<NoticeDay> days)
    {
        var lines = new List<string>();
        foreach (var named in days.GroupBy(day => day.Name, StringComparer.Ordinal))
        {
            var spans = new List<(DateOnly First, DateOnly Last)>();
            foreach (var date in named.Select(day => day.Date).Order())
                if (spans.Count > 0 && spans[^1].Last.AddDays(1) == date) spans[^1] = (spans[^1].First, date);
                else spans.Add((date, date));
            lines.Add($"{named.Key}：{string.Join('、', spans.Select(span => span.First == span.Last ? $"{span.First:yyyy-MM-dd}" : $"{span.First:yyyy-MM-dd}至{span.Last:yyyy-MM-dd}"))}");
        }

        return string.Join('\n', lines);
    }

    // “2027-02-05 至 2027-02-11”中间的空格不是分隔。
    private static string Joined(string text)
    {
        foreach (var to in To) text = string.Join(to, text.Split(to).Select(part => part.Trim()));
        return text;
    }
}

using System.CommandLine;
using Gongkai.Cli.Frame;
using Gongkai.Requests.Archiving;

namespace Gongkai.Cli.Commands.Cases;

/// <summary><c>gongkai cases archive verify</c>：核对依申请公开的归档包，不用数据库。</summary>
internal static class CasesCommand
{
    public static Command Create(CommandFrame frame)
    {
        var archive = new Command("archive", Say("归档包：一件申请的全部，一个 ZIP", "Archive packages: all of a request case in one ZIP")) { Verify(frame) };
        return new Command("cases", Say("依申请公开的案件", "Request cases")) { archive };
    }

    private static ExampledCommand Verify(CommandFrame frame)
    {
        var file = new Argument<string>("FILE") { Description = Say("归档包（ZIP）", "An archive package (ZIP)") };
        var command = new ExampledCommand(
            "verify",
            Say("核对一个归档包：每个文件的散列、整张单子的散列，少了的、多出来的", "Verify an archive package: the hash of each file and of the list, what is missing and what was added"),
            Say("gongkai cases archive verify 案卷-2026-0012.zip", "gongkai cases archive verify case-2026-0012.zip"))
        { file };
        var format = FormatChoice.AddTo(command, frame);
        command.SetAction(parsed =>
        {
            var path = parsed.GetValue(file)!;
            if (!File.Exists(path)) return frame.Fail($"没有文件 {path}。", $"There is no file {path}.");
            using var package = File.OpenRead(path);
            var verified = ArchiveVerification.Verify(package);
            if (verified.Refusal is { } refusal) return frame.Fail(refusal);
            var (manifest, faults) = (verified.Value.Manifest, verified.Value.Faults);
            if (format.IsJson(parsed)) frame.WriteJson(new ArchiveJson(manifest.Case, manifest.Files.Length, manifest.ListHash, faults));
            else
            {
                foreach (var fault in faults) frame.Output.WriteLine(fault);
                frame.Output.WriteLine(faults.IsEmpty
                    ? Say($"案卷 {manifest.Case}：{manifest.Files.Length} 个文件全部对得上，整张单子的 SHA-256 是 {manifest.ListHash}。", $"Case {manifest.Case}: {manifest.Files.Length} files, all sound; the SHA-256 of the list is {manifest.ListHash}.")
                    : Say($"案卷 {manifest.Case}：{faults.Length} 处对不上。", $"Case {manifest.Case}: {faults.Length} faults."));
            }

            return faults.IsEmpty ? ExitCode.Fine : ExitCode.FoundErrors;
        });
        return command;
    }
}

/// <summary>核对归档包的 JSON。</summary>
internal sealed record ArchiveJson(string Case, int Files, string ListHash, IEnumerable<string> Faults);

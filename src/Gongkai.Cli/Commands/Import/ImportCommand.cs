using System.CommandLine;
using Gongkai.Cli.Commands.Db;
using Gongkai.Cli.Frame;
using Gongkai.Law;
using Gongkai.Services.Importing;

namespace Gongkai.Cli.Commands.Import;

/// <summary><c>gongkai import</c>：由 xlsx、csv 成批导入单位、人员、信息、规章和规范性文件、依申请公开的案件、各本台账。</summary>
internal static class ImportCommand
{
    private const long LargestFile = 50L << 20;

    public static Command Create(CommandFrame frame)
    {
        var command = new Command("import", Say("由 xlsx、csv 成批导入；有一行不对，一行也不存，或者把不对的退回来", "Import from xlsx or csv; one bad row and nothing is stored, or the bad rows are handed back"));
        foreach (var kind in ImportKind.All) command.Subcommands.Add(Create(frame, kind));
        return command;
    }

    private static ExampledCommand Create(CommandFrame frame, ImportKind kind)
    {
        var file = new Argument<string>("FILE") { Description = Say("xlsx 或者 csv 文件", "An xlsx or csv file") };
        var by = new Option<string?>("--by") { HelpName = "NAME", Description = Say("以谁的名义，登录名；他要有权办", "On whose behalf: a login name that may do it") };
        var dryRun = new Option<bool>("--dry-run") { Description = Say("只试一遍，什么也不存", "Try it out and store nothing") };
        var rejected = new Option<string?>("--rejected") { HelpName = "FILE", Description = Say("对的各行照存，不对的各行写到 FILE，附上理由；改好再导入", "Store the good rows and write the bad ones to FILE with their reasons, to be mended and imported again") };
        var template = new Option<bool>("--template") { Description = Say("写一份空表到 FILE，照着填", "Write an empty sheet to FILE to fill in") };
        var data = DataFolderOption.Create(frame);
        var command = new ExampledCommand(
            kind.Code,
            Say($"导入{kind.Caption}", $"Import {kind.Code}"),
            $"gongkai import {kind.Code} {kind.Code}.xlsx --template",
            $"gongkai import {kind.Code} {kind.Code}.xlsx --by guanliyuan --dry-run",
            $"gongkai import {kind.Code} {kind.Code}.xlsx --by guanliyuan --rejected rejected.xlsx")
        { file, by, dryRun, rejected, template, data };
        var format = FormatChoice.AddTo(command, frame);
        command.SetAction(async (parsed, cancel) =>
        {
            var path = parsed.GetValue(file)!;
            if (parsed.GetValue(template)) return await WriteTemplate(frame, kind, path, cancel);
            if (parsed.GetValue(by) is not { } name) return frame.Fail("要用 --by 写明以谁的名义导入（登录名）。", "Say with --by on whose behalf (a login name).");
            var settings = DataFolderOption.Read(parsed.GetValue(data)!);
            if (settings.Refusal is { } wrong) return frame.Fail(wrong);
            var content = await Read(path, cancel);
            if (content.Refusal is { } unreadable) return frame.Fail(unreadable);
            var back = parsed.GetValue(rejected);
            if (back is not null && File.Exists(back)) return frame.Fail($"{back} 已经有了，没有覆盖，也没有导入。", $"{back} exists and was not overwritten; nothing was imported.");
            var outcome = await Importer.Run(
                settings.Value, kind, content.Value, Path.GetFileName(path), name, parsed.GetValue(dryRun), back is null ? null : rows => HandBack(back, rows, cancel), frame.Clock, cancel);
            if (outcome.Refusal is { } refusal) return frame.Fail(refusal);
            if (format.IsJson(parsed)) frame.WriteJson(ImportJson.Of(outcome.Value));
            else WriteText(frame, outcome.Value, back);
            return outcome.Value.Faults.IsEmpty ? ExitCode.Fine : ExitCode.FoundErrors;
        });
        return command;
    }

    private static async Task<int> WriteTemplate(CommandFrame frame, ImportKind kind, string path, CancellationToken cancel)
    {
        if (File.Exists(path)) return frame.Fail($"{path} 已经有了，没有覆盖。", $"{path} exists and was not overwritten.");
        await File.WriteAllBytesAsync(path, Importer.Template(kind), cancel);
        await frame.Error.WriteLineAsync(Say($"空表写在 {path}；第一张工作表说怎么填。", $"Wrote {path}; its first sheet says how to fill it in."));
        return ExitCode.Fine;
    }

    // 在提交之前写：写不下的，一行也不存，没有一行会丢。
    private static async Task<Refusal?> HandBack(string path, byte[] rows, CancellationToken cancel)
    {
        try
        {
            await File.WriteAllBytesAsync(path, rows, cancel);
            return null;
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return new Refusal(Say($"{path} 写不进去，一行也没有导入：{error.Message}", $"{path} cannot be written, nothing was imported: {error.Message}"));
        }
    }

    private static async Task<Outcome<byte[]>> Read(string path, CancellationToken cancel)
    {
        var file = new FileInfo(path);
        if (!file.Exists) return new Refusal(Say($"没有文件 {path}。", $"there is no file {path}."));
        if (file.Length > LargestFile) return new Refusal(Say($"{path} 太大，最大 {LargestFile >> 20} MB。", $"{path} is too large; at most {LargestFile >> 20} MB."));
        return await File.ReadAllBytesAsync(path, cancel);
    }

    private static void WriteText(CommandFrame frame, ImportReport report, string? rejected)
    {
        foreach (var fault in report.Faults)
            frame.Output.WriteLine(Say($"第 {fault.Row} 行{(fault.Column is { } at ? $"“{at}”" : "")}：{fault.Reason}", $"Row {fault.Row}{(fault.Column is { } column ? $" \"{column}\"" : "")}: {fault.Reason}"));
        var (wrong, stored) = (report.Faults.Length, report.DryRun ? report.Rows - report.Faults.Length - report.Already : report.Imported);
        var already = report.Already == 0 ? "" : Say($"；{report.Already} 行已经有一样的，不再存", $"; {report.Already} are there already");
        frame.Output.WriteLine(report switch
        {
            _ when wrong > 0 && rejected is null => Say($"{report.Rows} 行里有 {wrong} 行不对，一行也没有存。", $"{wrong} of {report.Rows} rows are wrong; nothing was stored."),
            { DryRun: true } when wrong == 0 && report.Already == 0 => Say($"{report.Rows} 行都可以导入；这次只是试，没有存。", $"All {report.Rows} rows can be imported; this was a dry run."),
            { DryRun: true } => Say($"{stored} 行可以导入{already}{Back(wrong, rejected)}；这次只是试，没有存。", $"{stored} rows can be imported{already}{Back(wrong, rejected)}; this was a dry run."),
            _ => Say($"导入了{report.Kind.Caption} {stored} 行{already}{Back(wrong, rejected)}。", $"Imported {stored} rows{already}{Back(wrong, rejected)}."),
        });
    }

    private static string Back(int wrong, string? rejected) => wrong == 0 ? "" : Say($"；{wrong} 行不对，写在 {rejected}，改好再导入它", $"; {wrong} are wrong and written to {rejected} to be mended and imported");
}

/// <summary>导入结果的 JSON。</summary>
internal sealed record ImportJson(string Kind, int Rows, int Imported, int Already, bool DryRun, IEnumerable<ImportFault> Faults)
{
    public static ImportJson Of(ImportReport report) => new(report.Kind.Code, report.Rows, report.Imported, report.Already, report.DryRun, report.Faults);
}

using System.CommandLine;
using Gongkai.Cli.Frame;
using Gongkai.Data.Audit;
using Gongkai.Law;
using Gongkai.Services.Upkeep;

namespace Gongkai.Cli.Commands.Db;

/// <summary><c>gongkai db verify</c>：核对审计链、附件、检索索引，和申请存着的期限。</summary>
internal static class VerifyCommand
{
    public static Command Create(CommandFrame frame)
    {
        var data = DataFolderOption.Create(frame);
        var heads = new Option<string?>("--heads")
        {
            HelpName = "FILE",
            Description = Say("从前抄出去的链头，就是那时 db verify --json 的输出；有它才看得出整段截短", "Heads written out earlier, that is the output of db verify --json then; only they show that a chain was cut"),
        };
        var command = new ExampledCommand(
            "verify",
            Say("核对审计链、附件、检索索引，和申请存着的期限：改过的、缺了的、截短的、算得不同的", "Verify the audit chains, attachments, the search index and the stored due dates of cases: what was changed, is missing, was cut off, is reckoned otherwise"),
            "gongkai db verify --data data",
            "gongkai db verify --json",
            Say("gongkai db verify --heads 链头-2026-03.json", "gongkai db verify --heads heads-2026-03.json"))
        { data, heads };
        var format = FormatChoice.AddTo(command, frame);
        command.SetAction(async (parsed, cancel) =>
        {
            var settings = DataFolderOption.Read(parsed.GetValue(data)!);
            if (settings.Refusal is { } wrong) return frame.Fail(wrong);
            var anchored = await ReadHeads(frame, parsed.GetValue(heads), cancel);
            if (anchored.Refusal is { } unreadable) return frame.Fail(unreadable);
            var outcome = await DataUpkeep.Verify(settings.Value, anchored.Value, frame.Clock, cancel);
            if (outcome.Refusal is { } refusal) return frame.Fail(refusal);
            if (format.IsJson(parsed)) frame.WriteJson(VerificationJson.Of(outcome.Value));
            else WriteText(frame, outcome.Value);
            return outcome.Value.Sound ? ExitCode.Fine : ExitCode.FoundErrors;
        });
        return command;
    }

    private static async Task<Outcome<IReadOnlyList<AuditHead>>> ReadHeads(CommandFrame frame, string? path, CancellationToken cancel)
    {
        if (path is null) return Array.Empty<AuditHead>();
        var opened = InputText.Open(frame, path);
        if (!opened.Succeeded) return opened.Refusal!;
        using var reader = opened.Value;
        return AuditHead.Read(await reader.ReadToEndAsync(cancel));
    }

    private static void WriteText(CommandFrame frame, Verification verification)
    {
        VerifyText.Write(frame, verification.Audit);
        foreach (var fault in verification.Attachments) frame.Output.WriteLine(fault.Message);
        foreach (var fault in verification.Search) frame.Output.WriteLine($"{Say("检索索引", "Search index")} {fault}");
        foreach (var fault in verification.Cases) frame.Output.WriteLine(Say($"申请 {fault.Caption}：{fault.Message}", $"Case {fault.Caption}: {fault.Message}"));
    }
}

/// <summary>核对结果的 JSON；<c>heads</c> 抄出去，就是日后 <c>--heads</c> 要的文件。</summary>
internal sealed record VerificationJson(bool Sound, long Records, IEnumerable<AuditProblem> Problems, IEnumerable<string> Attachments, IEnumerable<string> Search, IEnumerable<string> Cases, IEnumerable<AuditHead> Heads)
{
    public static VerificationJson Of(Verification verification) => new(
        verification.Sound, verification.Audit.Records, verification.Audit.Problems, verification.Attachments.Select(fault => fault.Message), verification.Search.Select(fault => fault.ToString()), verification.Cases.Select(fault => $"{fault.Caption}：{fault.Message}"), verification.Audit.Heads);
}

/// <summary>核对审计链的结果，给人看的几行。</summary>
internal static class VerifyText
{
    public static void Write(CommandFrame frame, AuditReport audit)
    {
        foreach (var problem in audit.Problems) frame.Output.WriteLine(Say($"审计链 {problem.Chain}：{problem.Message}", $"Audit chain {problem.Chain}: {problem.Message}"));
        frame.Output.WriteLine(audit.Sound
            ? Say($"审计链 {audit.Heads.Length} 条，记录 {audit.Records} 条，全部对得上。", $"{audit.Heads.Length} audit chains, {audit.Records} records, all sound.")
            : Say($"审计链 {audit.Heads.Length} 条，记录 {audit.Records} 条，有 {audit.Problems.Length} 处问题。", $"{audit.Heads.Length} audit chains, {audit.Records} records, {audit.Problems.Length} problems."));
    }
}

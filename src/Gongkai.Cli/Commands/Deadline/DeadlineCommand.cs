using System.Collections.Immutable;
using System.CommandLine;
using System.CommandLine.Parsing;
using Gongkai.Cli.Frame;
using Gongkai.Law.Calendar;
using Gongkai.Law.Clocks;

namespace Gongkai.Cli.Commands.Deadline;

/// <summary><c>gongkai deadline</c>：答复期限，逐日说明；<c>--batch</c> 一行一件。</summary>
internal static class DeadlineCommand
{
    public static Command Create(CommandFrame frame)
    {
        var facts = new FactOptions(frame);
        var batch = new Option<string?>("--batch")
        {
            HelpName = "FILE.jsonl",
            Description = Say("批量：一行一件 JSON，写 - 读标准输入", "Batch: one JSON object a line; - reads standard input"),
        };
        var command = new ExampledCommand(
            "deadline",
            Say("计算依申请公开的答复期限，并逐日说明", "Compute the answer deadline of a request, explained day by day"),
            "gongkai deadline --received 2025-01-24",
            "gongkai deadline --received 2025-01-24 --consult 2025-02-06..2025-02-20 --extend 20 --json",
            """echo '{"id":1,"received":"2025-01-24","consultations":[["2025-02-06",null]]}' | gongkai deadline --batch -""") { batch };
        foreach (var option in facts.All) command.Options.Add(option);
        var format = FormatChoice.AddTo(command, frame);
        command.Validators.Add(result =>
        {
            var single = facts.All.Any(option => result.GetResult(option) is not null);
            if (result.GetResult(batch) is not null && single)
                result.AddError(Say("--batch 时，各件的日期写在文件里，不写在命令里。", "With --batch the dates stand in the file, not in the command."));
            else if (result.GetResult(batch) is null && result.GetResult(facts.Received) is null)
                result.AddError(Say("缺少必填的 --received（或者用 --batch）。", "--received is required (or use --batch)."));
        });
        command.SetAction((parsed, cancellation) => parsed.GetValue(batch) is { } file
            ? DeadlineBatch.Run(frame, file, cancellation)
            : Task.FromResult(RunOne(frame, facts.Read(parsed), format.IsJson(parsed))));
        return command;
    }

    private static int RunOne(CommandFrame frame, ClockFacts facts, bool json)
    {
        var reckoned = AnswerClock.Reckon(facts, WorkingCalendar.National);
        if (reckoned.Refusal is { } refusal) return frame.Fail(refusal);
        if (json) frame.WriteJson(DeadlineJson.Of(reckoned.Value));
        else DeadlineText.Write(frame, reckoned.Value);
        return ExitCode.Fine;
    }
}

/// <summary>一件申请的各个日期，写成选项。</summary>
internal sealed class FactOptions
{
    private readonly Option<DateOnly?> _noticeSent;
    private readonly Option<DateOnly?> _corrected;
    private readonly Option<DateOnly?> _paid;
    private readonly Option<Consultation[]> _consult;
    private readonly Option<int?> _extend;
    private readonly Option<DateOnly?> _approved;
    private readonly Option<DateOnly?> _notified;
    private readonly Option<DateOnly?> _delayed;

    public FactOptions(CommandFrame frame)
    {
        Received = OptionValues.Date(frame, "--received", Say("收到申请之日（次日为第一天）", "Day the request was received (the next day is the first)"));
        _corrected = OptionValues.Date(frame, "--correction-received", Say("收到补正之日，期限重新计算", "Day the correction was received; the clock starts anew"));
        _paid = OptionValues.Date(frame, "--fee-paid", Say("缴清信息处理费之日，期限重新计算", "Day the fee was paid; the clock starts anew"));
        _consult = new Option<Consultation[]>("--consult")
        {
            HelpName = "A..B",
            Description = Say("征求意见的发出日与结束日，可写多次；尚未结束写 A..", "A consultation's first and last day, repeatable; A.. while it is open"),
            CustomParser = result => ParseConsultations(frame, result),
        };
        _extend = new Option<int?>("--extend") { HelpName = "N", Description = Say("延长的工作日数，1 至 20", "Working days of extension, 1 to 20") };
        _approved = OptionValues.Date(frame, "--extension-approved", Say("批准延期之日", "Day the extension was approved"));
        _notified = OptionValues.Date(frame, "--extension-notified", Say("告知延期之日", "Day the applicant was told of the extension"));
        _noticeSent = OptionValues.Date(frame, "--correction-notice-sent", Say("发出补正告知之日；迟发的不重置期限", "Day the correction notice was sent; a late one resets nothing"));
        _delayed = OptionValues.Date(frame, "--delayed-until", Say("告知申请人的延迟答复日期，期限不早于它", "Delayed answer date told to the applicant; the deadline is not earlier"));
        All = [Received, _corrected, _paid, _consult, _extend, _approved, _notified, _noticeSent, _delayed];
    }

    public Option<DateOnly?> Received { get; }

    public ImmutableArray<Option> All { get; }

    public ClockFacts Read(ParseResult parsed) => new()
    {
        Received = parsed.GetValue(Received)!.Value,
        CorrectionNoticeSent = parsed.GetValue(_noticeSent),
        CorrectionReceived = parsed.GetValue(_corrected),
        FeePaid = parsed.GetValue(_paid),
        Consultations = [.. parsed.GetValue(_consult) ?? []],
        ExtensionDays = parsed.GetValue(_extend) ?? 0,
        ExtensionApproved = parsed.GetValue(_approved),
        ExtensionNotified = parsed.GetValue(_notified),
        DelayedUntil = parsed.GetValue(_delayed),
    };

    private static Consultation[] ParseConsultations(CommandFrame frame, ArgumentResult result)
    {
        var consultations = new List<Consultation>();
        foreach (var text in result.Tokens.Select(token => token.Value))
        {
            var ends = text.Split("..");
            DateOnly ended = default;
            if (ends.Length == 2 && OptionValues.TryParseDate(ends[0], out var sent) && (ends[1].Length == 0 || OptionValues.TryParseDate(ends[1], out ended)))
                consultations.Add(new Consultation(sent, ends[1].Length == 0 ? null : ended));
            else
                result.AddError(Say(
                    $"--consult 应写作 2025-02-06..2025-02-20，尚未结束写 2025-02-06..，不能是“{text}”。",
                    $"--consult is written 2025-02-06..2025-02-20, or 2025-02-06.. while open, not “{text}”."));
        }

        return [.. consultations];
    }
}

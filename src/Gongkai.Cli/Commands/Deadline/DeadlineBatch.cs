using System.Text.Json;
using System.Text.Json.Serialization;
using Gongkai.Cli.Frame;
using Gongkai.Law;
using Gongkai.Law.Calendar;
using Gongkai.Law.Clocks;

namespace Gongkai.Cli.Commands.Deadline;

/// <summary>批量计算答复期限：读一行写一行，不把文件读进内存。</summary>
internal static class DeadlineBatch
{
    /// <summary>一行至多几个字：再长的不会是一件申请。</summary>
    private const int LongestLine = 1 << 16;

    public static async Task<int> Run(CommandFrame frame, string path, CancellationToken cancellation)
    {
        var opened = InputText.Open(frame, path);
        if (opened.Refusal is { } refusal) return frame.Fail(refusal);
        using var reader = opened.Value;
        var (number, unreadable) = (0, 0);
        await foreach (var line in BoundedLines.Read(reader, LongestLine, cancellation))
        {
            number++;
            if (line is not null && string.IsNullOrWhiteSpace(line)) continue;
            var read = line is null
                ? new BatchLine(null, new Refusal(Say($"第{number}行超过 {LongestLine} 个字。", $"line {number} has more than {LongestLine} characters.")))
                : BatchLine.Read(line, number);
            if (!Answer(frame, read)) unreadable++;
        }

        return unreadable == 0
            ? ExitCode.Fine
            : frame.Fail($"{number} 行中有 {unreadable} 行没有算出来，见输出里的 error。", $"{unreadable} of {number} lines could not be computed; see error in the output.");
    }

    /// <summary>写出一行的结果；算不出来的写明原因，返回假。</summary>
    private static bool Answer(CommandFrame frame, BatchLine read)
    {
        var reckoned = read.Facts.Refusal is { } unread ? unread : AnswerClock.Reckon(read.Facts.Value, WorkingCalendar.National);
        if (reckoned.Refusal is { } refusal)
        {
            frame.WriteJson(new Unanswered(read.Id, refusal.Reason));
            return false;
        }

        var deadline = reckoned.Value;
        frame.WriteJson(new Answered(
            read.Id, deadline.Due, deadline.Remaining, deadline.Provisional,
            deadline.Flags.IsEmpty ? null : [.. deadline.Flags.Select(flag => flag.Message)]));
        return true;
    }

    /// <summary>约定的一行：<c>{"id":1,"due":"2025-03-14","provisional":false}</c>；有要注意的事才有 flags。</summary>
    private sealed record Answered(
        JsonElement? Id,
        DateOnly? Due,
        [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] int? Remaining,
        bool Provisional,
        [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string[]? Flags);

    private sealed record Unanswered(JsonElement? Id, string Error);
}

using System.Collections.Immutable;

namespace Gongkai.Law.Clocks;

/// <summary>一件申请与答复期限有关的事实。迟做的事照实记下，有没有效力由 <see cref="AnswerClock"/> 判断。</summary>
public sealed record ClockFacts
{
    /// <summary>收到申请之日（《条例》第三十一条）；次日为第一天。</summary>
    public required DateOnly Received { get; init; }

    /// <summary>发出补正告知之日；不知道的为空，视为按期发出。</summary>
    public DateOnly? CorrectionNoticeSent { get; init; }

    /// <summary>收到补正之日：答复期限自次日重新计算（第三十条）；没有补正的为空。</summary>
    public DateOnly? CorrectionReceived { get; init; }

    /// <summary>缴清信息处理费之日：处理期限自次日重新计算；没有收费的为空。</summary>
    public DateOnly? FeePaid { get; init; }

    /// <summary>征求第三方或者其他机关意见，可以有几次，可以重叠（第三十三条第三款）。</summary>
    public ImmutableArray<Consultation> Consultations { get; init; } = [];

    /// <summary>延长的工作日数，0 为不延长，至多 20（第三十三条第二款）。</summary>
    public int ExtensionDays { get; init; }

    /// <summary>批准延期之日；不知道的为空，视为期限届满前批准。</summary>
    public DateOnly? ExtensionApproved { get; init; }

    /// <summary>告知申请人延期之日；不知道的为空，视为期限届满前告知。</summary>
    public DateOnly? ExtensionNotified { get; init; }

    /// <summary>告知申请人的延迟答复日期（含）：期限不早于这一天（第三十五条）；没有的为空。</summary>
    public DateOnly? DelayedUntil { get; init; }
}

/// <summary>征求意见：发出次日起至收到意见之日（含）不计入期限。</summary>
/// <param name="Sent">发出之日，这一天仍计入期限。</param>
/// <param name="Ended">收到意见之日或者意见期限届满之日（含）；尚未结束的为空。</param>
public sealed record Consultation(DateOnly Sent, DateOnly? Ended)
{
    /// <summary>这一天是否因此不计入期限。</summary>
    public bool Pauses(DateOnly date) => date > Sent && (Ended is not { } ended || date <= ended);

    /// <summary>起止，例如“2025-02-06 至 2025-02-20”。</summary>
    public override string ToString() => Say($"{Sent:yyyy-MM-dd} 至 {(Ended is { } ended ? ended.ToString("yyyy-MM-dd") : "尚未结束")}",
        $"{Sent:yyyy-MM-dd} to {(Ended is { } end ? end.ToString("yyyy-MM-dd") : "not ended")}");
}

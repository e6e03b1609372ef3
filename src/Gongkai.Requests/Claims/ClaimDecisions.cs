using System.Collections.Immutable;
using System.Globalization;
using Gongkai.Law;
using Gongkai.Law.Calendar;

namespace Gongkai.Requests.Claims;

/// <summary>办理诉求的一件事能不能做，做了发生什么。纯函数：表先放行，再看人、日期与内容。</summary>
public static class ClaimDecisions
{
    /// <summary>一处至多几个字。</summary>
    public const int LongestText = 2000;

    /// <summary>决定。放行的给出事件，不行的说出是哪一条规则。</summary>
    public static Outcome<ClaimEvent> Decide(ClaimKind kind, ClaimState state, ClaimCommand command)
    {
        var row = ClaimProcess.Table.Decide(state.Stage, command.Action, command.Role);
        if (!row.Succeeded) return row.Refusal!;
        if ((Dated(state, command) ?? Guard(kind, state, command)) is { } refusal) return refusal;
        return new ClaimEvent
        {
            Number = state.EventCount + 1, Action = command.Action, From = state.Stage, To = row.Value.To, Role = command.Role, By = command.By, At = command.At, On = command.On, Details = command.Details,
        };
    }

    /// <summary>几个角色此时可以做的。</summary>
    public static ImmutableArray<ClaimAction> Permitted(ClaimState state, IEnumerable<ClaimRole> roles) =>
        [.. roles.SelectMany(role => ClaimProcess.Table.PermittedActions(state.Stage, role)).Distinct().Order().Where(action => action != ClaimAction.FollowUp || state.Proposal?.Result?.Entry().NeedsFollowUp == true)];

    private static Refusal? Dated(ClaimState state, ClaimCommand command) =>
        command.On > LegalTime.DateOf(command.At) ? ClaimRules.Dates.Refuse(string.Create(CultureInfo.InvariantCulture, $"{command.On:yyyy-MM-dd} 在今天以后"))
        : command.On < state.LastOn ? ClaimRules.Dates.Refuse(string.Create(CultureInfo.InvariantCulture, $"{command.On:yyyy-MM-dd} 早于前一件事的 {state.LastOn:yyyy-MM-dd}"))
        : new[] { command.Details.Text, command.Details.Evidence, command.Details.Body, command.Details.Number }.Any(text => text?.Length > LongestText) ? new Refusal($"一处不超过 {LongestText} 个字。")
        : command.By is null && command.Role != ClaimRole.Claimant ? ClaimRules.Written.Refuse("要写明是谁做的")
        : null;

    private static Refusal? Guard(ClaimKind kind, ClaimState state, ClaimCommand command)
    {
        var details = command.Details;
        return command.Action switch
        {
            ClaimAction.Register => Blank(details.Number) || details.Days is not > 0 ? ClaimRules.Written.Refuse("登记要有编号、办理期限") : null,
            ClaimAction.AskMaterial => Blank(details.Text) || !(details.Until > command.On) ? ClaimRules.Material.Refuse("没有写明补什么，或者期限不在以后") : null,
            ClaimAction.ReceiveMaterial => Blank(details.Text) ? ClaimRules.Written.Refuse("要写明补充了什么") : null,
            ClaimAction.GoOn => command.On > state.MaterialUntil ? null : ClaimRules.Material.Refuse(string.Create(CultureInfo.InvariantCulture, $"补充证据的期限是 {state.MaterialUntil:yyyy-MM-dd}，还没有过")),
            ClaimAction.Record => Blank(details.Text) || Blank(details.Evidence) ? ClaimRules.Written.Refuse("要写明查了什么、凭什么材料") : null,
            ClaimAction.Propose => Proposal(kind, state, details),
            ClaimAction.Return => Blank(details.Text) ? ClaimRules.Written.Refuse("退回要写明理由") : null,
            ClaimAction.Approve => command.By == state.Proposer ? ClaimRules.TwoPeople.Refuse("处理意见是您拟的，要由别人批准") : null,
            ClaimAction.Tell => Blank(details.Number) || Blank(details.Evidence) ? ClaimRules.Written.Refuse("告知要写明告知书的文号、怎样告知的") : null,
            ClaimAction.FollowUp => state.Proposal!.Result!.Value.Entry().NeedsFollowUp ? Blank(details.Text) || Blank(details.Evidence) ? ClaimRules.Written.Refuse("要写明落实了什么、凭什么") : null : ClaimRules.Done.Refuse("这一结果没有要落实的"),
            ClaimAction.Close => state.Proposal!.Result!.Value.Entry().NeedsFollowUp && state.DoneOn is null ? ClaimRules.Done.Refuse("还没有记下落实") : null,
            ClaimAction.Withdraw => command.Role == ClaimRole.Handler && Blank(details.Evidence) ? ClaimRules.Written.Refuse("撤回要有提出的人的意思，写明凭什么") : null,
            _ => null,
        };
    }

    private static Refusal? Proposal(ClaimKind kind, ClaimState state, ClaimDetails details)
    {
        if (details.Result is not { } result || result.Entry() is not { } entry || entry.Kind != kind) return ClaimRules.Fitting.Refuse($"{kind.Caption()}没有这种结果");
        if (Blank(details.Text)) return ClaimRules.Fitting.Refuse("没有写明理由");
        if (entry.NeedsBody && Blank(details.Body)) return ClaimRules.Fitting.Refuse("没有写明由哪个机关");
        return entry.NeedsRecord && !state.IsRecorded ? ClaimRules.Examined.Refuse($"“{entry.Caption}”以前先记下核查") : null;
    }

    private static bool Blank(string? text) => string.IsNullOrWhiteSpace(text);
}

/// <summary>
/// 办理期限。条例第四十一条、第四十七条都没有规定期限：这里用的是本机关自己定的内部期限（设置里改，登记时定下），
/// 默认二十个工作日，是比照第三十三条答复申请的期限，不是法定期限，逾期不产生法律上的后果。
/// </summary>
public static class ClaimClock
{
    /// <summary>设置的名称：更正申请几个工作日。</summary>
    public const string CorrectionDaysName = "claims.correction-days";

    /// <summary>设置的名称：投诉举报几个工作日。</summary>
    public const string ComplaintDaysName = "claims.complaint-days";

    /// <summary>没有设的几个工作日。</summary>
    public const int Standard = 20;

    /// <summary>最多几个工作日。</summary>
    public const int Most = 120;

    /// <summary>给人看的理由。</summary>
    public const string Ground = "条例没有规定期限，这是本机关自己定的办理期限，自收到（补过证据的，自收到补充）的次日起算";

    /// <summary>设置的名称。</summary>
    public static string NameOf(ClaimKind kind) => kind == ClaimKind.Correction ? CorrectionDaysName : ComplaintDaysName;

    /// <summary>读设置的值；没有设的用默认的，写得不对的为空。</summary>
    public static int? Parse(string? value) => string.IsNullOrWhiteSpace(value) ? Standard : int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var days) && days is >= 1 and <= Most ? days : null;

    /// <summary>最后一日（含）；没有登记的、在等补充的、告知了的为空。</summary>
    public static DateOnly? Due(ClaimState state, WorkingCalendar calendar) =>
        state is { Anchor: { } anchor, Days: { } days, ToldOn: null } && state.Stage is not (ClaimStage.AwaitingMaterial or ClaimStage.Closed) ? calendar.AddWorkdays(anchor, days).Date : null;
}

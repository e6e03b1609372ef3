using System.Collections.Immutable;
using System.Globalization;
using Gongkai.Law;
using Gongkai.Law.Fees;
using Gongkai.Organisations.People;
using Gongkai.Requests.Intake;
using Gongkai.Requests.Letters;
using Gongkai.Requests.Outcomes;
using Gongkai.Requests.Process;
using Gongkai.Services.Requests;
using Microsoft.AspNetCore.Http;

namespace Gongkai.Web.Console.Cases;

/// <summary>一张办理的表单填的，照填的写法。打开时的版本一起交来：别人先办了的，不覆盖。</summary>
/// <param name="Typed">各栏填的；没有填的是空串。</param>
public sealed record CaseActInput(Func<string, string> Typed)
{
    /// <summary>文字、号码至多几个字。</summary>
    public const int LongestText = 2000, LongestLine = 200;

    private const int LongestKey = 64;

    private static readonly (string Name, string Caption, int Longest)[] Limits =
    [
        ("text", "文字", LongestText), ("evidence", "证据", LongestLine), ("number", "号码", LongestLine), ("party", "征求谁的意见", LongestLine), ("scope", "检索的范围", LongestLine), ("keywords", "关键词", LongestLine),
        ("people", "检索的人员", LongestLine), ("basis", "依据", LongestLine), ("earlier", "在先的案号", LongestLine), ("cause", "缘由", LongestText), ("payment", "缴纳方式", LongestText), ("disclosed", "公开的内容", LongestText),
    ];

    /// <summary>看到的并发版本。</summary>
    public long Version => long.TryParse(Typed("version"), NumberStyles.None, CultureInfo.InvariantCulture, out var version) ? version : 0;

    /// <summary>提交的钥匙：双击只办一次。</summary>
    public string Key => Typed("key");

    /// <summary>选了的各种情形。</summary>
    public ImmutableArray<CaseOutcome> Grounds => [.. Typed("grounds").Split(',').Select(Known<CaseOutcome>).OfType<CaseOutcome>().Distinct()];

    /// <summary>还没有填过的。送达的，先照申请人要的方式填上，哪一天照那种方式的规矩，都可以改。</summary>
    public static CaseActInput Fresh(CaseDossier dossier, CaseAction? action, DateOnly today)
    {
        DeliveryWay? way = action == CaseAction.RecordDelivery && dossier.Content?.Delivery is { } asked and not DeliveryWay.Portal ? asked : null;
        var on = way is { } wanted ? DeliveryGuards.Proposed(wanted, dossier.State.ResultOn, today) : today;
        var fresh = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["version"] = dossier.Line.Version.ToString(CultureInfo.InvariantCulture), ["key"] = Guid.NewGuid().ToString("N"), ["on"] = on?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "", ["delivered"] = way?.ToString() ?? "",
        };
        return new CaseActInput(name => fresh.GetValueOrDefault(name, ""));
    }

    /// <summary>读交来的表单。</summary>
    public static CaseActInput Read(IFormCollection form) => new(name => form[name].ToString().Trim());

    /// <summary>凑成服务要的；写得不对的说明是哪一栏。</summary>
    public Outcome<CaseInput> ToInput(CaseId id, CaseAction action, CaseActFields fields)
    {
        if (Key.Length is 0 or > LongestKey) return new Refusal("表单不完整，请回到这一件重新打开再办。");
        foreach (var (name, caption, longest) in Limits)
            if (Typed(name).Length > longest) return new Refusal($"“{caption}”不超过 {longest} 个字，现在有 {Typed(name).Length} 个。");
        if (Typed("on").Length == 0 || Day("on") is not { } on) return new Refusal("请填写日期，写成 2026-03-03 这样。");
        if (Typed("until").Length > 0 && Day("until") is null) return new Refusal("期限要写成 2026-03-03 这样。");
        foreach (var (name, caption) in new[] { ("days", "延长几个工作日"), ("count", "多少件、多少页"), ("before", "本月此前的件数") })
            if (Typed(name).Length > 0 && Number(name) is null) return new Refusal($"“{caption}”要写数字，现在是“{Typed(name)}”。");
        return new CaseInput(id, Version, action, on)
        {
            Details = Details(fields.Parts) with { Text = fields.Text is null ? null : Given("text") },
            Fields = new (string Name, string? Text)[] { (LetterChoice.Payment, Given("payment")), (LetterChoice.Disclosed, Given("disclosed")) }.Where(field => field.Text is not null).ToImmutableDictionary(field => field.Name, field => field.Text!),
            LetterNumber = Given("letterNumber"),
        };
    }

    private CaseDetails Details(CaseParts parts) => new()
    {
        Way = parts.HasFlag(CaseParts.Way) ? Known<ReceiptWay>(Typed("way")) : null,
        Delivered = parts.HasFlag(CaseParts.Delivered) ? Known<DeliveryWay>(Typed("delivered")) : null,
        Evidence = parts.HasFlag(CaseParts.Evidence) ? Given("evidence") : null,
        Assignee = parts.HasFlag(CaseParts.Assignee) && Guid.TryParse(Typed("assignee"), out var person) ? new PersonId(person) : null,
        Until = parts.HasFlag(CaseParts.Until) ? Day("until") : null,
        Days = parts.HasFlag(CaseParts.Days) ? Number("days") : null,
        Party = parts.HasFlag(CaseParts.Party) ? Given("party") : null,
        Consultation = parts.HasFlag(CaseParts.Consultation) ? Number("consultation") : null,
        Opinion = parts.HasFlag(CaseParts.Opinion) ? Known<Opinion>(Typed("opinion")) : null,
        Search = parts.HasFlag(CaseParts.Search) ? new SearchRecord(Typed("scope"), Typed("keywords"), Typed("people")) : null,
        Fee = parts.HasFlag(CaseParts.Fee) && Known<ChargeMode>(Typed("mode")) is { } mode && Number("count") is { } count ? new FeeOrder(mode, count, Number("before") ?? 0) : null,
        Outcome = parts.HasFlag(CaseParts.Outcome) ? Known<CaseOutcome>(Typed("outcome")) : null,
        Grounds = parts.HasFlag(CaseParts.Outcome) ? Grounds : [],
        Basis = parts.HasFlag(CaseParts.Outcome) ? Given("basis") : null,
        EarlierCase = parts.HasFlag(CaseParts.Outcome) ? Given("earlier") : null,
        Cause = parts.HasFlag(CaseParts.Cause) || parts.HasFlag(CaseParts.Outcome) ? Given("cause") : null,
        Number = parts.HasFlag(CaseParts.Number) ? Given("number") : null,
    };

    private string? Given(string name) => Typed(name) is { Length: > 0 } text ? text : null;

    private DateOnly? Day(string name) => DateOnly.TryParseExact(Typed(name), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;

    private int? Number(string name) => int.TryParse(Typed(name), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    // 名字要一字不差：“甲,乙”、数字，TryParse 也认，合起来可能恰好是另一个。
    private static T? Known<T>(string text)
        where T : struct, Enum => Enum.TryParse<T>(text, out var value) && $"{value}" == text ? value : null;
}

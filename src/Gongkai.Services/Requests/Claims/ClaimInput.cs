using Gongkai.Law;
using Gongkai.Organisations.Units;
using Gongkai.Requests.Claims;
using Gongkai.Requests.Intake;

namespace Gongkai.Services.Requests.Claims;

/// <summary>诉求的标识。</summary>
public readonly record struct ClaimId(Guid Value)
{
    /// <inheritdoc />
    public override string ToString() => Value.ToString("D");
}

/// <summary>交来的一件诉求。</summary>
/// <param name="Unit">由哪个单位办。</param>
/// <param name="Kind">哪一种。</param>
/// <param name="Claimant">提出的人：只用其中是谁、怎样联系的几项；投诉举报可以不写。</param>
/// <param name="Content">内容。</param>
public sealed record ClaimEntry(UnitId Unit, ClaimKind Kind, Application Claimant, ClaimContent Content)
{
    /// <summary>一处至多几个字。</summary>
    public const int LongestAbout = 300, LongestText = 3000, LongestProof = 1000, LongestNumber = 60;

    /// <summary>收不下的缘由；收得下的为空。</summary>
    public Refusal? Fault()
    {
        (string Caption, string? Text, int Longest)[] fields = [(AboutCaption(Kind), Content.About, LongestAbout), (TextCaption(Kind), Content.Text, LongestText), ("证据的说明", Content.Proof, LongestProof), ("申请的案号", Content.CaseNumber, LongestNumber)];
        foreach (var (caption, text, longest) in fields)
        {
            if (text?.Length > longest) return new Refusal($"“{caption}”不超过 {longest} 个字，现在有 {text.Length} 个。");
            if (text?.Any(letter => char.IsControl(letter) && letter is not ('\n' or '\r' or '\t')) == true) return new Refusal($"“{caption}”里有看不见的控制字符，请重新输入。");
        }

        if (string.IsNullOrWhiteSpace(Content.About)) return new Refusal($"请写明“{AboutCaption(Kind)}”。");
        if (string.IsNullOrWhiteSpace(Content.Text)) return new Refusal($"请写明“{TextCaption(Kind)}”。");
        // 更正的是与自身相关的记录，要知道是谁；投诉举报可以不留姓名。
        if (Kind == ClaimKind.Correction && string.IsNullOrWhiteSpace(Claimant.Name)) return new Refusal("更正的是与自身相关的记录，请写明姓名或者名称。", ClaimKind.Correction.Basis());
        return ApplicationChecks.Fault(Claimant with { Wanted = Content.About });
    }

    /// <summary>哪一栏叫什么。</summary>
    public static string AboutCaption(ClaimKind kind) => kind == ClaimKind.Correction ? "哪一条信息、记录" : "反映哪个单位";

    /// <summary>哪一栏叫什么。</summary>
    public static string TextCaption(ClaimKind kind) => kind == ClaimKind.Correction ? "哪里不准确，应当是什么" : "反映什么";
}

/// <summary>办一件事要的。</summary>
/// <param name="Claim">哪一件。</param>
/// <param name="Version">页面上看到的并发版本。</param>
/// <param name="Action">做什么。</param>
/// <param name="On">算哪一天。</param>
/// <param name="Details">细节。</param>
/// <param name="CaseNumber">登记时，与哪一件申请有关，案号；没有的为空。</param>
/// <param name="Item">登记时，与哪一条信息有关，索引号或者网址；没有的为空。</param>
public sealed record ClaimAct(ClaimId Claim, long Version, ClaimAction Action, DateOnly On, ClaimDetails Details, string? CaseNumber = null, string? Item = null);

/// <summary>收下了一件。</summary>
/// <param name="TrackCode">查询码。</param>
/// <param name="CanTrack">写了证件号码或者电话，可以在网上查询。</param>
public sealed record ClaimReceipt(ClaimId Claim, string TrackCode, bool CanTrack);

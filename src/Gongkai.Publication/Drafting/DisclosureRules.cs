using System.Collections.Frozen;
using Gongkai.Law;
using Gongkai.Law.Citations;
using Gongkai.Publication.Catalogue;

namespace Gongkai.Publication.Drafting;

/// <summary>公开方式认定得对不对。条例第十三条至第十六条。</summary>
public static class DisclosureRules
{
    private static readonly FrozenDictionary<NonDisclosureGround, GroundEntry> Grounds = DatedTable.Read("Drafting/grounds.csv", typeof(DisclosureRules).Assembly)
        .Select(row => new GroundEntry(
            Enum.Parse<NonDisclosureGround>(row.Text("id")), row.Text("caption"), LegalDocuments.Regulation.Article(row.Text("article")),
            row.Text("discretionary") == "yes", row.Text("legalBasis") == "yes"))
        .ToFrozenDictionary(entry => entry.Ground);

    private static readonly Citation Default = LegalDocuments.Regulation.Article("第十三条"), ThirdParty = LegalDocuments.Regulation.Article("第十五条");

    /// <summary>公开方式的说法。</summary>
    public static string Caption(this DisclosureMode mode) => mode switch
    {
        DisclosureMode.Active => "主动公开",
        DisclosureMode.OnRequest => "依申请公开",
        _ => "不予公开",
    };

    /// <summary>第三方意见的说法。</summary>
    public static string Caption(this ThirdPartyOpinion opinion) => opinion switch
    {
        ThirdPartyOpinion.NotConcerned => "不涉及第三方",
        ThirdPartyOpinion.Consents => "同意公开",
        ThirdPartyOpinion.Objects => "不同意公开",
        _ => "还没有答复，或者没有征求",
    };

    /// <summary>位阶的说法。</summary>
    public static string Caption(this LegalRank rank) => rank switch
    {
        LegalRank.Law => "法律",
        LegalRank.AdministrativeRegulation => "行政法规",
        LegalRank.LocalRegulation => "地方性法规",
        LegalRank.Rule => "规章",
        _ => "规范性文件",
    };

    /// <summary>不予公开的情形：说法、条文、要不要写明依据。</summary>
    public static GroundEntry Entry(this NonDisclosureGround ground) => Grounds[ground];

    /// <summary>认定的问题；没有是空的。</summary>
    public static IEnumerable<ItemFault> Faults(DisclosureChoice choice) => choice.Mode switch
    {
        DisclosureMode.Active => Active(choice),
        DisclosureMode.OnRequest => Reason(choice, "依申请公开"),
        _ => [.. Reason(choice, "不予公开"), .. NotOpen(choice)],
    };

    private static IEnumerable<ItemFault> Active(DisclosureChoice choice)
    {
        if (choice.Ground is not null) yield return ItemFault.Blocking(ItemField.Ground, "主动公开的，不填不予公开的情形。", Default);
        var isPublicInterest = !string.IsNullOrWhiteSpace(choice.PublicInterest);
        if (choice.ThirdParty == ThirdPartyOpinion.Unknown && !isPublicInterest)
            yield return ItemFault.Blocking(ItemField.ThirdParty, "涉及第三方合法权益的，要有第三方同意公开的意见，或者认定不公开会对公共利益造成重大影响。", ThirdParty);
        if (choice.ThirdParty == ThirdPartyOpinion.Objects && !isPublicInterest)
            yield return ItemFault.Blocking(ItemField.ThirdParty, "第三方不同意公开；只有认定不公开会对公共利益造成重大影响的，才予以公开。", ThirdParty);
    }

    private static IEnumerable<ItemFault> Reason(DisclosureChoice choice, string mode)
    {
        if (string.IsNullOrWhiteSpace(choice.Reason)) yield return ItemFault.Blocking(ItemField.Reason, $"{mode}的，要说明理由，随文报批。", Default);
    }

    private static IEnumerable<ItemFault> NotOpen(DisclosureChoice choice)
    {
        if (choice.Ground is not { } ground)
        {
            yield return ItemFault.Blocking(ItemField.Ground, "不予公开的，要写明属于第十四条至第十六条的哪一种情形；都不属于的，应当公开。", Default);
            yield break;
        }

        var entry = ground.Entry();
        if (entry.NeedsLegalBasis) foreach (var fault in Basis(choice, entry)) yield return fault;
        if (!entry.IsDiscretionary) yield break;
        if (choice.OtherwiseMustBeOpen is null)
            yield return ItemFault.Blocking(ItemField.OtherDuty, "以第十六条为由不予公开的，要先答：法律、法规、规章有没有规定应当公开。", entry.Article);
        if (choice.OtherwiseMustBeOpen == true)
            yield return ItemFault.Blocking(ItemField.OtherDuty, "法律、法规、规章规定应当公开的，从其规定，不能以第十六条为由不公开。", entry.Article);
    }

    private static IEnumerable<ItemFault> Basis(DisclosureChoice choice, GroundEntry entry)
    {
        if (choice.LegalBasis is not { } basis || string.IsNullOrWhiteSpace(basis.Title) || string.IsNullOrWhiteSpace(basis.Article))
            yield return ItemFault.Blocking(ItemField.LegalBasis, "要写明禁止公开的是哪部法律、行政法规的哪一条。", entry.Article);
        else if (basis.Rank is not (LegalRank.Law or LegalRank.AdministrativeRegulation))
            yield return ItemFault.Blocking(ItemField.LegalBasis, $"只有法律、行政法规可以禁止公开；{basis.Title}不是。", entry.Article);
    }
}

/// <summary>不予公开的一种情形。</summary>
/// <param name="Ground">情形。</param>
/// <param name="Caption">说法。</param>
/// <param name="Article">条文。</param>
/// <param name="IsDiscretionary">是“可以不予公开”，法律、法规、规章另有规定的从其规定。</param>
/// <param name="NeedsLegalBasis">要写明所依据的法律、行政法规。</param>
public sealed record GroundEntry(NonDisclosureGround Ground, string Caption, Citation Article, bool IsDiscretionary, bool NeedsLegalBasis);

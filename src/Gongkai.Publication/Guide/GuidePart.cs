using System.Collections.Immutable;
using Gongkai.Law;
using Gongkai.Law.Citations;
using Gongkai.Organisations.Units;

namespace Gongkai.Publication.Guide;

/// <summary>公开指南的一部分：必备的缺一不得发布。条例第十二条。内容在 <c>parts.csv</c>。</summary>
/// <param name="Code">代码。</param>
/// <param name="Caption">说法，例如“办公地址”。</param>
/// <param name="Source">取自哪里：撰写，还是机构信息的哪一项。</param>
/// <param name="IsCompulsory">是不是必备。</param>
/// <param name="Article">条文。</param>
public sealed record GuidePart(string Code, string Caption, GuidePartSource Source, bool IsCompulsory, Citation Article)
{
    /// <summary>各部分，按显示的次序。</summary>
    public static ImmutableArray<GuidePart> All { get; } =
    [
        .. DatedTable.Read("Guide/parts.csv", typeof(GuidePart).Assembly).Select(row => new GuidePart(
            row.Text("code"), row.Text("caption"), Enum.Parse<GuidePartSource>(row.Text("source"), ignoreCase: true), row.Text("compulsory") == "yes", LegalDocuments.Regulation.Article(row.Text("article")))),
    ];

    /// <summary>按代码找；没有的为空。</summary>
    public static GuidePart? Find(string code) => All.FirstOrDefault(part => part.Code == code);

    /// <summary>由机构信息预填：撰写的部分和没有填过的机构信息，留空。</summary>
    public static ImmutableArray<PageText> Prefill(UnitFacts unit, Office? disclosureOffice) =>
        [.. All.Select(part => new PageText(part.Code, part.FactOf(unit, disclosureOffice) ?? ""))];

    /// <summary>机构信息里的这一项；撰写的部分，或者没有填过，为空。</summary>
    public string? FactOf(UnitFacts unit, Office? disclosureOffice) => Source switch
    {
        GuidePartSource.Office => disclosureOffice is null ? null : unit.Name + disclosureOffice.Name,
        GuidePartSource.Address => unit.Contact?.Address,
        GuidePartSource.OfficeHours => unit.Contact?.OfficeHours,
        GuidePartSource.Phone => unit.Contact?.Phone,
        GuidePartSource.Fax => unit.Contact?.Fax,
        GuidePartSource.Online => unit.Contact?.Online,
        _ => null,
    };
}

/// <summary>指南的一部分取自哪里。</summary>
public enum GuidePartSource
{
    /// <summary>由本单位撰写。</summary>
    Text,

    /// <summary>公开工作机构的名称。</summary>
    Office,

    /// <summary>办公地址。</summary>
    Address,

    /// <summary>办公时间。</summary>
    OfficeHours,

    /// <summary>联系电话。</summary>
    Phone,

    /// <summary>传真号码。</summary>
    Fax,

    /// <summary>互联网联系方式。</summary>
    Online,
}

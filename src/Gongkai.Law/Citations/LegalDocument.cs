using System.Collections.Immutable;

namespace Gongkai.Law.Citations;

/// <summary>法律文件的一个版本：法律、行政法规、司法解释或者规范性文件。</summary>
/// <param name="Id">程序里的名字，各版本相同，例如 regulation。</param>
/// <param name="Title">引用时的写法，连书名号。</param>
/// <param name="Number">文号；没有的为空。</param>
/// <param name="English">英文的写法。</param>
/// <param name="Validity">这一版的施行期间。</param>
public sealed record LegalDocument(string Id, string Title, string? Number, string English, Validity Validity)
{
    /// <summary>引用它的某一条；不写条号引用全文。</summary>
    public Citation Article(string? article = null) => new(Title, article);

    /// <summary>全称，连文号，例如“《政府信息公开条例》（国务院令第711号）”。</summary>
    public string FullTitle => Number is null ? Title : $"{Title}（{Number}）";
}

/// <summary>条款的要点：一句话，供解释之用，不代替原文。</summary>
/// <param name="DocumentId">法律文件的 <see cref="LegalDocument.Id"/>。</param>
/// <param name="Article">条款项，例如“第三十条”。</param>
/// <param name="Validity">这样规定的期间。</param>
/// <param name="Gist">要点。</param>
public sealed record LegalArticle(string DocumentId, string Article, Validity Validity, string Gist);

/// <summary>法律文件目录：引用从这里来，版本按日期取。</summary>
public static class LegalDocuments
{
    /// <summary>各文件的各版本。</summary>
    public static ImmutableArray<LegalDocument> All { get; } =
    [
        .. DatedTable.Read("Citations/documents.csv").Select(row => new LegalDocument(
            row.Text("id"), row.Text("title"), row.TextOrNone("number"), row.Text("english"), new Validity(row.Date("from"), row.DateOrNone("until")))),
    ];

    /// <summary>所引用的条款。</summary>
    public static ImmutableArray<LegalArticle> Articles { get; } =
    [
        .. DatedTable.Read("Citations/articles.csv").Select(row => new LegalArticle(
            row.Text("document"), row.Text("article"), new Validity(row.Date("from"), row.DateOrNone("until")), row.Text("gist"))),
    ];

    /// <summary>现行《政府信息公开条例》（国务院令第711号），2019年5月15日起施行。</summary>
    public static LegalDocument Regulation { get; } = Latest("regulation");

    /// <summary>现行《行政复议法》（2023年修订），2024年1月1日起施行。</summary>
    public static LegalDocument ReconsiderationLaw { get; } = Latest("reconsiderationLaw");

    /// <summary>《行政诉讼法》。</summary>
    public static LegalDocument LitigationLaw { get; } = Latest("litigationLaw");

    /// <summary>《行政处罚法》（2021年修订）。</summary>
    public static LegalDocument PenaltyLaw { get; } = Latest("penaltyLaw");

    /// <summary>《预算法》。</summary>
    public static LegalDocument BudgetLaw { get; } = Latest("budgetLaw");

    /// <summary>《立法法》（2023年修正）。</summary>
    public static LegalDocument LegislationLaw { get; } = Latest("legislationLaw");

    /// <summary>《政府信息公开信息处理费管理办法》（国办函〔2020〕109号）。</summary>
    public static LegalDocument FeeMeasures { get; } = Latest("feeMeasures");

    /// <summary>某日施行的版本；那时没有的为空。</summary>
    public static LegalDocument? InForce(string id, DateOnly on) =>
        All.FirstOrDefault(document => document.Id == id && document.Validity.Covers(on));

    /// <summary>条款在某日的要点；目录里没有的为空。</summary>
    public static string? GistOf(Citation citation, DateOnly date) =>
        (from document in All
         where document.Title == citation.Document && document.Validity.Covers(date)
         from article in Articles
         where article.DocumentId == document.Id && article.Article == citation.Article && article.Validity.Covers(date)
         select article.Gist).FirstOrDefault();

    private static LegalDocument Latest(string id) => All.Last(document => document.Id == id);
}

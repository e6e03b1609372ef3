using Gongkai.Data.Mapping.Publication;
using Gongkai.Organisations.Units;
using Gongkai.Publication.Drafting;
using Gongkai.Requests.Claims;
using Gongkai.Services.Publication;
using Microsoft.AspNetCore.Http;

namespace Gongkai.Web.Portal;

/// <summary>门户的地址：短、不变，可以抄给别人。</summary>
internal static class PortalAddress
{
    public const string Catalogue = "/catalogue";

    public const string Search = "/search";

    /// <summary>边输入边提示的题目。</summary>
    public const string Suggestions = "/search/suggestions";

    /// <summary>单位在地址里的写法：由标识得出的十个字母数字，更名、改隶属都不变。</summary>
    public static string KeyOf(UnitId unit) => ShortItemId.Of(unit.Value);

    /// <summary>地址里写的单位，已经终止的也在内；没有的为空。</summary>
    public static Unit? FindUnit(UnitTree tree, string key) =>
        ShortItemId.IsPossible(key) ? tree.Units.FirstOrDefault(unit => KeyOf(unit.Id) == key) : null;

    public static string OfUnit(UnitId unit) => $"/u/{KeyOf(unit)}";

    /// <summary>公众的文件库。</summary>
    public const string Library = "/library";

    /// <summary>各单位公布的年报。</summary>
    public const string Reports = "/reports";

    /// <summary>各单位的标准目录（事项清单）。</summary>
    public const string Matters = "/matters";

    public static string OfMatters(UnitId unit) => $"{OfUnit(unit)}/matters";

    /// <summary>标准目录里的一项。</summary>
    public static string OfMatter(UnitId unit, string key) => $"{OfMatters(unit)}#m-{key}";

    /// <summary>意见征集。</summary>
    public const string Opinions = "/opinions";

    /// <summary>意见征集的订阅。</summary>
    public const string OpinionFeed = "/opinions/feed";

    public static string OfOpinion(string shortId) => $"{Opinions}/{shortId}";

    /// <summary>提意见的表单。</summary>
    public static string OfComment(string shortId) => $"{Opinions}/{shortId}/comment";

    public static string OfGuide(UnitId unit) => $"{OfUnit(unit)}/guide";

    public static string OfSystems(UnitId unit) => $"{OfUnit(unit)}/systems";

    public static string OfSystem(UnitId unit, string shortId) => $"{OfSystems(unit)}/{shortId}";

    public static string OfColumn(UnitId unit, string code) => $"{OfUnit(unit)}/c/{code}";

    public static string OfRequests(UnitId unit) => $"{OfUnit(unit)}/requests";

    /// <summary>申请表。</summary>
    public static string OfApply(UnitId unit) => $"{OfRequests(unit)}/apply";

    /// <summary>更正申请、投诉举报的表单。</summary>
    public static string OfClaim(UnitId unit, ClaimKind kind) => $"{OfUnit(unit)}/claims/{(kind == ClaimKind.Correction ? "correction" : "complaint")}";

    /// <summary>地址里写的是哪一种；都不是的为空。</summary>
    public static ClaimKind? ClaimKindOf(string word) => word switch { "correction" => ClaimKind.Correction, "complaint" => ClaimKind.Complaint, _ => null };

    /// <summary>查到的更正申请、投诉举报。</summary>
    public const string TrackedClaim = "/track/claim";

    /// <summary>凭查询码查自己的申请；收条、文书都在它下面，cookie 只随它发出。</summary>
    public const string Track = "/track";

    /// <summary>交了申请以后的收条。</summary>
    public const string Receipt = $"{Track}/receipt";

    /// <summary>查到的那一件。</summary>
    public const string TrackedCase = $"{Track}/case";

    /// <summary>写给申请人的一份文书。</summary>
    public static string OfLetter(int number) => $"{Track}/letters/{number}";

    /// <summary>随答复提供的一个文件。</summary>
    public static string OfAnswerFile(int number) => $"{Track}/files/{number}";

    public static string OfReports(UnitId unit) => $"{OfUnit(unit)}/reports";

    public static string OfLibrary(UnitId unit) => $"{OfUnit(unit)}/library";

    public static string OfReport(UnitId unit, int year) => $"/r/{KeyOf(unit)}/{year}";

    /// <summary>更正以前公布过的一版年报。</summary>
    public static string OfReport(UnitId unit, int year, int edition) => $"{OfReport(unit, year)}/{edition}";

    public static string OfNormative(string shortId) => $"{Library}/{shortId}";

    public static string OfItem(string shortId) => $"/i/{shortId}";

    /// <summary>一条信息网址的二维码，一张图。</summary>
    public static string OfItemCode(string shortId) => $"{OfItem(shortId)}/code.svg";

    /// <summary>检索到的一条。</summary>
    public static string OfFound(FoundEntry entry) => entry.Kind switch
    {
        FoundKind.Guide => OfGuide(entry.Unit),
        FoundKind.System => OfSystem(entry.Unit, entry.Key),
        FoundKind.Normative => OfNormative(entry.Key),
        FoundKind.Report => $"/r/{KeyOf(entry.Unit)}/{entry.Key}",
        _ => OfItem(entry.Key),
    };

    /// <summary>附件：末尾的文件名只给人看，凭的是标识。</summary>
    public static string OfAttachment(string shortId, Attachment file) => $"/i/{shortId}/f/{file.Id.Value:N}/{Uri.EscapeDataString(file.FileName)}";

    /// <summary>写全的地址，给订阅、网站地图、引文用。</summary>
    public static string Absolute(HttpRequest request, string address) => $"{request.Scheme}://{request.Host.ToUriComponent()}{address}";
}

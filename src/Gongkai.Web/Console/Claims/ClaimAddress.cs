using System.Globalization;
using Gongkai.Organisations.Units;
using Gongkai.Requests.Claims;
using Gongkai.Services.Requests.Claims;

namespace Gongkai.Web.Console.Claims;

/// <summary>后台里更正申请、投诉举报各页的地址。</summary>
internal static class ClaimAddress
{
    public const string List = "/console/claims";

    public const string New = $"{List}/new";

    public static string ListOf(UnitId unit) => $"{List}?unit={unit}";

    public static string NewOf(UnitId unit, ClaimKind kind) => $"{New}?unit={unit}&kind={kind}";

    public static string Of(ClaimId id) => $"{List}/{id}";

    public static string File(ClaimId id, int number) => string.Create(CultureInfo.InvariantCulture, $"{Of(id)}/files/{number}");

    public static string LetterFile(ClaimId id) => $"{Of(id)}/letter.docx";
}

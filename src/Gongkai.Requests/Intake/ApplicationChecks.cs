using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Gongkai.Law;
using Gongkai.Law.Identifiers;

namespace Gongkai.Requests.Intake;

/// <summary>
/// 看一份申请填得怎样。缺项不得拒收（条例第二十九条、第三十条），所以缺的、像是写错的只提醒，由申请人决定改不改；
/// 放不下的、读不出的、整份空着的才不收。
/// </summary>
public static partial class ApplicationChecks
{
    /// <summary>各项至多几个字。</summary>
    public const int LongestName = 100, LongestNumber = 60, LongestContact = 100, LongestAddress = 200, LongestWanted = 4000, LongestAssistance = 300, LongestAuthority = 300, MostOthers = 20;

    /// <summary>收不下的缘由；收得下的为空。</summary>
    public static Refusal? Fault(Application application)
    {
        (string Caption, string? Text, int Longest)[] fields =
        [
            ("姓名或者名称", application.Name, LongestName), ("证件号码", application.IdentityNumber, LongestNumber), ("电话", application.Phone, LongestContact),
            ("电子邮箱", application.Email, LongestContact), ("通信地址", application.Address, LongestAddress), ("所需信息", application.Wanted, LongestWanted),
            ("需要的帮助", application.Assistance, LongestAssistance), ("代理人姓名", application.Agent?.Name, LongestName), ("代理人电话", application.Agent?.Phone, LongestContact),
            ("委托的证明", application.Agent?.Authority, LongestAuthority), .. application.Others.Select(other => ("共同申请人", (string?)other, LongestName)),
        ];
        foreach (var (caption, text, longest) in fields)
        {
            if (text?.Length > longest) return new Refusal($"“{caption}”不超过 {longest} 个字，现在有 {text.Length} 个。写不下的，可以另附材料。");
            if (text?.Any(Unreadable) == true) return new Refusal($"“{caption}”里有看不见的控制字符，请重新输入。");
        }

        if (application.Others.Length > MostOthers) return new Refusal($"共同申请人至多写 {MostOthers} 个，其余的请写在所需信息里。");
        return string.IsNullOrWhiteSpace(application.Wanted) && string.IsNullOrWhiteSpace(application.Name) ? new Refusal("申请是空的：至少写明姓名或者名称，或者所需的信息。") : null;
    }

    /// <summary>缺的、像是写错的，一条一句；都好的是空的。</summary>
    public static ImmutableArray<ApplicationGap> Gaps(Application application) =>
    [
        .. new[]
        {
            Blank(application.Name) ? new ApplicationGap(nameof(Application.Name), "没有写姓名或者名称。") : null,
            Identity(application),
            Blank(application.Phone) && Blank(application.Email) && Blank(application.Address) ? new ApplicationGap(nameof(Application.Phone), "没有写联系方式：电话、邮箱、地址至少写一项。") : null,
            application.Email is { Length: > 0 } email && !Email().IsMatch(email) ? new ApplicationGap(nameof(Application.Email), "电子邮箱像是写错了。") : null,
            Blank(application.Wanted) ? new ApplicationGap(nameof(Application.Wanted), "没有写所需的信息：写明名称、文号，或者能认出它的特征。") : null,
            HasResidentNumber(application.Wanted) ? new ApplicationGap(nameof(Application.Wanted), "所需信息里像是有身份证号码；证件号码请写在“证件号码”里，这里的不必写。") : null,
            application.Delivery == DeliveryWay.Email && Blank(application.Email) ? new ApplicationGap(nameof(Application.Email), "要用电子邮件送来，没有写邮箱。") : null,
            application.Delivery == DeliveryWay.Post && Blank(application.Address) ? new ApplicationGap(nameof(Application.Address), "要邮寄，没有写地址。") : null,
            application.Agent is { } agent && Blank(agent.Authority) ? new ApplicationGap(nameof(Application.Agent), "由代理人申请的，没有写委托的证明。") : null,
        }.OfType<ApplicationGap>(),
    ];

    /// <summary>文字里像是有身份证号码。</summary>
    public static bool HasResidentNumber(string? text) => ResidentNumber().IsMatch(text ?? "");

    private static ApplicationGap? Identity(Application application) =>
        Blank(application.IdentityNumber) ? new ApplicationGap(nameof(Application.IdentityNumber), "没有写证件号码：身份证明是条例第二十九条要求的。")
        : application.IdentityKind == IdentityKind.ResidentId && !ResidentIdNumber.IsValid(application.IdentityNumber!.Trim().ToUpperInvariant())
            ? new ApplicationGap(nameof(Application.IdentityNumber), "居民身份证号码的校验位不对，请核对。")
        : application.IdentityKind == IdentityKind.CreditCode && !CreditCode.IsValid(application.IdentityNumber!.Trim().ToUpperInvariant())
            ? new ApplicationGap(nameof(Application.IdentityNumber), "统一社会信用代码的校验位不对，请核对。")
        : null;

    private static bool Blank(string? text) => string.IsNullOrWhiteSpace(text);

    private static bool Unreadable(char letter) => char.IsControl(letter) && letter is not ('\n' or '\r' or '\t');

    [GeneratedRegex(@"^[^@\s]+@[^@\s]+\.[^@\s]+$", RegexOptions.NonBacktracking)]
    private static partial Regex Email();

    [GeneratedRegex(@"(^|[^0-9])[1-9][0-9]{16}[0-9Xx]([^0-9]|$)", RegexOptions.NonBacktracking)]
    private static partial Regex ResidentNumber();
}

/// <summary>申请里缺的、像是写错的一处。</summary>
/// <param name="Field">哪一项，<see cref="Application"/> 的属性名。</param>
/// <param name="Message">一句话。</param>
public sealed record ApplicationGap(string Field, string Message);

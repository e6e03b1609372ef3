using Gongkai.Data.PersonalData;
using Gongkai.Requests.Counting;
using Gongkai.Requests.Intake;

namespace Gongkai.Services.Requests;

/// <summary>申请人的各项在个人信息里怎样存。</summary>
internal static class ApplicantFields
{
    // 各项的名字。
    public const string Name = "name", Identity = "identity", IdentityKind = "identityKind", Phone = "phone", Email = "email", Address = "address",
        Others = "others", AgentName = "agentName", AgentPhone = "agentPhone", AgentAuthority = "agentAuthority";

    private const char Between = '\n';

    public static Dictionary<string, PersonalText> Of(Application application)
    {
        (string Field, PersonalKind Kind, string? Text)[] fields =
        [
            (Name, PersonalKind.Name, application.Name), (Identity, PersonalKind.IdentityNumber, application.IdentityNumber),
            (IdentityKind, PersonalKind.Other, string.IsNullOrWhiteSpace(application.IdentityNumber) ? null : application.IdentityKind.Caption()),
            (Phone, PersonalKind.Phone, application.Phone), (Email, PersonalKind.Email, application.Email), (Address, PersonalKind.Address, application.Address),
            (Others, PersonalKind.Other, application.Others.IsEmpty ? null : string.Join(Between, application.Others)),
            (AgentName, PersonalKind.Name, application.Agent?.Name), (AgentPhone, PersonalKind.Phone, application.Agent?.Phone), (AgentAuthority, PersonalKind.Other, application.Agent?.Authority),
        ];
        return fields.Where(field => !string.IsNullOrWhiteSpace(field.Text)).ToDictionary(field => field.Field, field => new PersonalText(field.Kind, field.Text!.Trim()));
    }

    /// <summary>读成申请人。</summary>
    public static ApplicantDetails Read(IReadOnlyDictionary<string, PersonalText> fields) => new(
        fields.GetValueOrDefault(Name), fields.GetValueOrDefault(IdentityKind)?.Reveal(), fields.GetValueOrDefault(Identity), fields.GetValueOrDefault(Phone), fields.GetValueOrDefault(Email),
        fields.GetValueOrDefault(Address), [.. (fields.GetValueOrDefault(Others)?.Reveal() ?? "").Split(Between, StringSplitOptions.RemoveEmptyEntries)],
        fields.GetValueOrDefault(AgentName), fields.GetValueOrDefault(AgentPhone), fields.GetValueOrDefault(AgentAuthority)?.Reveal());

    /// <summary>凑回一份申请：重新答复的另立一件，申请人、内容照原来的。</summary>
    public static Application ToApplication(ApplicantKind kind, ApplicationContent content, IReadOnlyDictionary<string, PersonalText> fields)
    {
        var applicant = Read(fields);
        return new Application
        {
            Kind = kind, Name = applicant.Name?.Reveal(), IdentityNumber = applicant.Identity?.Reveal(), IdentityKind = Enum.GetValues<IdentityKind>().FirstOrDefault(one => one.Caption() == applicant.IdentityKind),
            Phone = applicant.Phone?.Reveal(), Email = applicant.Email?.Reveal(), Address = applicant.Address?.Reveal(), Others = applicant.Others,
            Agent = applicant.AgentName is { } agent ? new ApplicationAgent(agent.Reveal(), applicant.AgentPhone?.Reveal(), applicant.AgentAuthority) : null,
            Wanted = content.Wanted, Form = content.Form, Delivery = content.Delivery, Assistance = content.Assistance, MailNotices = content.MailNotices,
        };
    }

    /// <summary>查询时核对的后四位；不到四位的为空。</summary>
    public static string? LastFour(string? number)
    {
        var kept = string.Concat((number ?? "").Where(char.IsLetterOrDigit)).ToUpperInvariant();
        return kept.Length < 4 ? null : kept[^4..];
    }
}

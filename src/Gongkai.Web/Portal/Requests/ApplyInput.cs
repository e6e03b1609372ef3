using System.Collections.Immutable;
using Gongkai.Law;
using Gongkai.Requests.Counting;
using Gongkai.Requests.Intake;
using Gongkai.Web.Components.Forms;

namespace Gongkai.Web.Portal.Requests;

/// <summary>申请表上填的，照填的样子留着；一项也不强求。用途不问。</summary>
public class ApplyInput : FilesInput
{
    /// <summary>先看看缺什么、是不是已经公开，不提交。</summary>
    public const string Check = "check";

    /// <summary>缺项也提交。</summary>
    public const string Anyway = "anyway";

    /// <summary>按的是哪个按钮。</summary>
    public string? Act { get; set; }

    /// <summary>申请人的类别。</summary>
    public string? Kind { get; set; } = nameof(ApplicantKind.NaturalPerson);

    /// <summary>姓名或者名称。</summary>
    public string? Name { get; set; }

    /// <summary>身份证明的种类。</summary>
    public string? IdentityKind { get; set; } = nameof(Gongkai.Requests.Intake.IdentityKind.ResidentId);

    /// <summary>证件号码。</summary>
    public string? IdentityNumber { get; set; }

    /// <summary>电话。</summary>
    public string? Phone { get; set; }

    /// <summary>电子邮箱。</summary>
    public string? Email { get; set; }

    /// <summary>有新的进展，用邮件告诉他。</summary>
    public bool MailNotices { get; set; }

    /// <summary>通信地址。</summary>
    public string? Address { get; set; }

    /// <summary>代理人的姓名。</summary>
    public string? AgentName { get; set; }

    /// <summary>代理人的电话。</summary>
    public string? AgentPhone { get; set; }

    /// <summary>委托的证明。</summary>
    public string? AgentAuthority { get; set; }

    /// <summary>共同申请的其他人，一行一个。</summary>
    public string? Others { get; set; }

    /// <summary>所需的信息。</summary>
    public string? Wanted { get; set; }

    /// <summary>希望怎样提供。</summary>
    public string? Copy { get; set; } = nameof(DisclosureForm.Electronic);

    /// <summary>希望怎样送来。</summary>
    public string? Delivery { get; set; } = nameof(DeliveryWay.Portal);

    /// <summary>需要的帮助。</summary>
    public string? Assistance { get; set; }

    /// <summary>给程序设的圈套：人看不见，填了的不收。</summary>
    public string? Website { get; set; }

    /// <summary>填了代理人或者共同申请人，那一段要打开。</summary>
    public bool HasOthers => !string.IsNullOrWhiteSpace(AgentName + AgentPhone + AgentAuthority + Others);

    /// <summary>读成一份申请；选项是伪造的，说出哪一项。</summary>
    public Outcome<Application> Read()
    {
        if (Named<ApplicantKind>(Kind) is not { } kind) return Unknown("申请人是");
        if (Named<IdentityKind>(IdentityKind) is not { } identity) return Unknown("证件");
        if (Named<DisclosureForm>(Copy) is not { } copy) return Unknown("怎样提供");
        if (Named<DeliveryWay>(Delivery) is not { } delivery) return Unknown("怎样送来");
        return new Application
        {
            Kind = kind, Name = Said(Name), IdentityKind = identity, IdentityNumber = Said(IdentityNumber), Phone = Said(Phone), Email = Said(Email), Address = Said(Address),
            Others = [.. (Others ?? "").Split(['\n', '\r'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)],
            Agent = string.IsNullOrWhiteSpace(AgentName + AgentPhone + AgentAuthority) ? null : new ApplicationAgent(Said(AgentName) ?? "", Said(AgentPhone), Said(AgentAuthority)),
            Wanted = (Wanted ?? "").ReplaceLineEndings("\n").Trim(), Form = copy, Delivery = delivery, Assistance = Said(Assistance), MailNotices = MailNotices,
        };
    }

    /// <summary>申请的一项在表上是哪一格。</summary>
    public static string FieldOf(string property) => property == nameof(Application.Agent) ? nameof(AgentAuthority) : property;

    private static Refusal Unknown(string caption) => new($"“{caption}”选的不在单子上，请重新选。");

    private static T? Named<T>(string? text)
        where T : struct, Enum => Enum.GetNames<T>().Contains(text, StringComparer.Ordinal) ? Enum.Parse<T>(text!) : null;

    private static string? Said(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}

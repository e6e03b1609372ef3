using System.ComponentModel.DataAnnotations;
using Gongkai.Law;
using Gongkai.Organisations.Units;
using Gongkai.Requests.Claims;
using Gongkai.Requests.Counting;
using Gongkai.Requests.Intake;
using Gongkai.Services.Requests.Claims;
using Gongkai.Web.Components.Forms;

namespace Gongkai.Web.Portal.Claims;

/// <summary>更正申请、投诉举报的表单填的，照填的样子留着。</summary>
public sealed class ClaimInput : FilesInput
{
    /// <summary>哪一种；门户上写在地址里。</summary>
    public string? Kind { get; set; } = nameof(ClaimKind.Correction);

    /// <summary>怎样来的；门户上的不用。</summary>
    public string? Way { get; set; } = nameof(ClaimWay.Visit);

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

    /// <summary>通信地址。</summary>
    public string? Address { get; set; }

    /// <summary>哪一条信息、记录；反映哪个单位。</summary>
    public string? About { get; set; }

    /// <summary>哪里不准确，应当是什么；反映什么。</summary>
    public string? Text { get; set; }

    /// <summary>凭什么。</summary>
    public string? Proof { get; set; }

    /// <summary>申请的案号。</summary>
    public string? CaseNumber { get; set; }

    /// <summary>给程序设的圈套：人看不见，填了的不收。</summary>
    [StringLength(0, ErrorMessage = "“请不要填这一格”里填了东西，没有收下；是浏览器自动填的，请清空再交。")]
    public string? Website { get; set; }

    /// <summary>读成一件；选项是伪造的，说出哪一项。</summary>
    public Outcome<ClaimEntry> Read(UnitId unit, ClaimKind kind)
    {
        if (!Enum.TryParse<IdentityKind>(IdentityKind, out var identity) || !Enum.IsDefined(identity)) return new Refusal("“身份证明”选的不在单子上，请重新选。");
        var claimant = new Application
        {
            Kind = ApplicantKind.NaturalPerson, Wanted = "", Name = Said(Name), IdentityKind = identity, IdentityNumber = Said(IdentityNumber), Phone = Said(Phone), Email = Said(Email), Address = Said(Address),
        };
        return new ClaimEntry(unit, kind, claimant, new ClaimContent(Said(About) ?? "", (Said(Text) ?? "").ReplaceLineEndings("\n"), Said(Proof) ?? "", Said(CaseNumber)));
    }

    private static string? Said(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}

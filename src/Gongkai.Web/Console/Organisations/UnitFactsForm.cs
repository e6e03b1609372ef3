using Gongkai.Law;
using Gongkai.Law.Citations;
using Gongkai.Organisations.Units;

namespace Gongkai.Web.Console.Organisations;

/// <summary>改变情况填的：打开时是现在的情况，改哪几项就改哪几项。</summary>
public sealed class UnitFactsForm : UnitTraitsInput
{
    /// <summary>上级；最上面的为空。</summary>
    public string? Superior { get; set; }

    /// <summary>主管部门；为空的随上级。</summary>
    public string? CompetentAuthority { get; set; }

    /// <summary>办公地址。</summary>
    public string? Address { get; set; }

    /// <summary>办公时间。</summary>
    public string? OfficeHours { get; set; }

    /// <summary>联系电话。</summary>
    public string? Phone { get; set; }

    /// <summary>传真号码。</summary>
    public string? Fax { get; set; }

    /// <summary>互联网联系方式。</summary>
    public string? Online { get; set; }

    /// <summary>规章制定权：空为推定，否则另行认定为有或没有。</summary>
    public string? RegulationPower { get; set; }

    /// <summary>另行认定的理由。</summary>
    public string? RegulationReason { get; set; }

    /// <summary>由现在的情况填好的一张。</summary>
    public static UnitFactsForm Of(Gongkai.Organisations.Units.Unit unit)
    {
        var facts = unit.Latest;
        return new UnitFactsForm
        {
            Version = unit.Version,
            ShortName = facts.ShortName,
            Superior = facts.Superior?.ToString(),
            CompetentAuthority = facts.CompetentAuthority?.ToString(),
            Level = facts.Level.ToString(),
            Kind = facts.Kind.ToString(),
            RegionCode = facts.RegionCode,
            CreditCode = facts.CreditCode,
            Address = facts.Contact?.Address,
            OfficeHours = facts.Contact?.OfficeHours,
            Phone = facts.Contact?.Phone,
            Fax = facts.Contact?.Fax,
            Online = facts.Contact?.Online,
            RegulationPower = facts.RegulationPower?.MayMake.ToString(),
            RegulationReason = facts.RegulationPower?.Reason,
        };
    }

    /// <summary>变动之后的全部情况；名称不在这里改。联系方式只填了一半的，说缺哪一项。</summary>
    public Outcome<UnitFacts> On(UnitFacts before)
    {
        var contact = ReadContact();
        if (contact.Refusal is { } refusal) return refusal;
        return before with
        {
            ShortName = Text(ShortName),
            Superior = UnitOf(Superior),
            CompetentAuthority = UnitOf(CompetentAuthority),
            Level = Enum.Parse<UnitLevel>(Level!),
            Kind = Enum.Parse<UnitKind>(Kind!),
            RegionCode = Text(RegionCode),
            CreditCode = Text(CreditCode),
            Contact = contact.Value.Contact,
            RegulationPower = bool.TryParse(RegulationPower, out var mayMake) ? new RegulationPowerOverride(mayMake, RegulationReason?.Trim() ?? "") : null,
        };
    }

    private Outcome<ContactRead> ReadContact()
    {
        (string Caption, string? Value)[] parts =
            [("办公地址", Text(Address)), ("办公时间", Text(OfficeHours)), ("联系电话", Text(Phone)), ("传真号码", Text(Fax)), ("互联网联系方式", Text(Online))];
        var missing = parts.Where(part => part.Value is null).Select(part => part.Caption).ToList();
        if (missing.Count == parts.Length) return new ContactRead(null);
        return missing.Count > 0
            ? new Refusal($"联系方式还缺{string.Join("、", missing)}；没有传真的写“无”。", LegalDocuments.Regulation.Article("第十二条"))
            : new ContactRead(new UnitContact(parts[0].Value!, parts[1].Value!, parts[2].Value!, parts[3].Value!, parts[4].Value!));
    }

    private static UnitId? UnitOf(string? text) => Guid.TryParse(text, out var id) ? new UnitId(id) : null;

    private static string? Text(string? value) => string.IsNullOrWhiteSpace(value) ? null : value.Trim();

    private readonly record struct ContactRead(UnitContact? Contact);
}

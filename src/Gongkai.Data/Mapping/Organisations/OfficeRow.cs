using Gongkai.Law;
using Gongkai.Organisations.Units;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Gongkai.Data.Mapping.Organisations;

/// <summary>内设机构，见 <see cref="Office"/>。</summary>
public sealed class OfficeRow
{
    /// <summary>标识。</summary>
    public required Guid Id { get; init; }

    /// <summary>单位。</summary>
    public required Guid Unit { get; init; }

    /// <summary>名称。</summary>
    public string Name { get; set; } = "";

    /// <summary>设立之日（含）。</summary>
    public DateOnly ValidFrom { get; set; }

    /// <summary>最后一日（含）；仍然存在的为空。</summary>
    public DateOnly? ValidUntil { get; set; }

    /// <summary>承担政府信息公开工作的各段期间。</summary>
    public List<OfficeDutyRow> Duties { get; } = [];

    internal Office ToOffice() => new(
        new OfficeId(Id),
        Name,
        new Validity(ValidFrom, ValidUntil),
        [.. Duties.OrderBy(duty => duty.ValidFrom).Select(duty => new Validity(duty.ValidFrom, duty.ValidUntil))]);

    internal void Take(Office office)
    {
        (Name, ValidFrom, ValidUntil) = (office.Name, office.Lifetime.From, office.Lifetime.Until);
        Duties.Follow(office.DisclosureDuties, row => row.ValidFrom, duty => duty.From, duty => new OfficeDutyRow { Office = Id, ValidFrom = duty.From }, (row, duty) => row.ValidUntil = duty.Until);
    }
}

/// <summary>内设机构承担政府信息公开工作的一段期间。条例第四条。</summary>
public sealed class OfficeDutyRow
{
    /// <summary>内设机构。</summary>
    public required Guid Office { get; init; }

    /// <summary>第一日（含）。</summary>
    public required DateOnly ValidFrom { get; init; }

    /// <summary>最后一日（含）；仍在承担的为空。</summary>
    public DateOnly? ValidUntil { get; set; }
}

internal sealed class OfficeMapping : IEntityTypeConfiguration<OfficeRow>
{
    public void Configure(EntityTypeBuilder<OfficeRow> builder)
    {
        builder.Property(row => row.Id).ValueGeneratedNever();
        builder.HasMany(row => row.Duties).WithOne().HasForeignKey(duty => duty.Office);
    }
}

internal sealed class OfficeDutyMapping : IEntityTypeConfiguration<OfficeDutyRow>
{
    public void Configure(EntityTypeBuilder<OfficeDutyRow> builder) => builder.HasKey(row => new { row.Office, row.ValidFrom });
}

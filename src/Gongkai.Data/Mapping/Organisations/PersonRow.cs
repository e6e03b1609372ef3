using Gongkai.Law;
using Gongkai.Organisations.Access;
using Gongkai.Organisations.People;
using Gongkai.Organisations.Units;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Gongkai.Data.Mapping.Organisations;

/// <summary>人员和他的任职，见 <see cref="Person"/>。</summary>
public sealed class PersonRow : AggregateRow
{
    /// <summary>标识。</summary>
    public required Guid Id { get; init; }

    /// <summary>姓名。</summary>
    public string Name { get; set; } = "";

    /// <summary>登录名；全系统不重。</summary>
    public required string LoginName { get; init; }

    /// <summary>到岗之日（含）。</summary>
    public DateOnly ServiceFrom { get; set; }

    /// <summary>在岗的最后一日（含）；仍在岗的为空。</summary>
    public DateOnly? ServiceUntil { get; set; }

    /// <summary>任职，包括已经结束的。</summary>
    public List<AppointmentRow> Appointments { get; } = [];

    /// <summary>读成人员。</summary>
    public Person ToPerson() => new(
        new PersonId(Id),
        checked((int)Version),
        Name,
        LoginName,
        new Validity(ServiceFrom, ServiceUntil),
        [.. Appointments.OrderBy(one => one.ValidFrom).ThenBy(one => one.Id).Select(one => one.ToAppointment())]);

    /// <summary>写成决定之后的样子。</summary>
    public void Take(Person person)
    {
        // 只改了子行也算改了这个聚合：版本一动，就会检查并发、加一。
        Version = person.Version;
        (Name, ServiceFrom, ServiceUntil) = (person.Name, person.Service.From, person.Service.Until);
        Appointments.Follow(
            person.Appointments,
            row => row.Id,
            one => one.Id.Value,
            one => new AppointmentRow { Id = one.Id.Value, Person = Id, Unit = one.Unit.Value, Office = one.Office?.Value, Role = one.Role, ValidFrom = one.Validity.From },
            (row, one) => row.ValidUntil = one.Validity.Until);
    }
}

/// <summary>任职，见 <see cref="Appointment"/>。</summary>
public sealed class AppointmentRow
{
    /// <summary>标识。</summary>
    public required Guid Id { get; init; }

    /// <summary>人员。</summary>
    public required Guid Person { get; init; }

    /// <summary>单位。</summary>
    public required Guid Unit { get; init; }

    /// <summary>内设机构；不属于哪一个的为空。</summary>
    public Guid? Office { get; init; }

    /// <summary>角色。</summary>
    public required Role Role { get; init; }

    /// <summary>第一日（含）。</summary>
    public required DateOnly ValidFrom { get; init; }

    /// <summary>最后一日（含）；没有定的为空。</summary>
    public DateOnly? ValidUntil { get; set; }

    internal Appointment ToAppointment() => new(
        new AppointmentId(Id), new UnitId(Unit), Office is { } office ? new OfficeId(office) : null, Role, new Validity(ValidFrom, ValidUntil));
}

internal sealed class PersonMapping : IEntityTypeConfiguration<PersonRow>
{
    public void Configure(EntityTypeBuilder<PersonRow> builder)
    {
        builder.Property(row => row.Id).ValueGeneratedNever();
        builder.Property(row => row.Version).IsConcurrencyToken();
        builder.HasIndex(row => row.LoginName).IsUnique();
        builder.HasMany(row => row.Appointments).WithOne().HasForeignKey(one => one.Person);
    }
}

internal sealed class AppointmentMapping : IEntityTypeConfiguration<AppointmentRow>
{
    public void Configure(EntityTypeBuilder<AppointmentRow> builder)
    {
        builder.Property(row => row.Id).ValueGeneratedNever();
        builder.HasOne<UnitRow>().WithMany().HasForeignKey(row => row.Unit).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<OfficeRow>().WithMany().HasForeignKey(row => row.Office).OnDelete(DeleteBehavior.Restrict);
    }
}

using System.Collections.Immutable;
using Gongkai.Law;
using Gongkai.Organisations.Access;
using Gongkai.Organisations.Units;

namespace Gongkai.Organisations.People;

/// <summary>人员的标识。</summary>
public readonly record struct PersonId(Guid Value)
{
    public override string ToString() => Value.ToString();
}

/// <summary>任职的标识。</summary>
public readonly record struct AppointmentId(Guid Value)
{
    public override string ToString() => Value.ToString();
}

/// <summary>人员：能登录的工作人员，和他在各单位的任职。离任的不删除，从前做的事仍是他做的。</summary>
/// <param name="Id">标识。</param>
/// <param name="Version">版本：每有一次变动加一，从 1 起。</param>
/// <param name="Name">姓名。</param>
/// <param name="LoginName">登录名，小写字母、数字、点、横线；全系统不重，离任后也不给别人用。</param>
/// <param name="Service">在岗的期间，首尾两日都在内。</param>
/// <param name="Appointments">任职，包括已经结束的。</param>
public sealed record Person(PersonId Id, int Version, string Name, string LoginName, Validity Service, ImmutableArray<Appointment> Appointments)
{
    /// <summary>某日的任职；不在岗的没有。</summary>
    public IEnumerable<Appointment> AppointmentsOn(DateOnly date) =>
        Service.Covers(date) ? Appointments.Where(appointment => appointment.Validity.Covers(date)) : [];

    /// <summary>某日在某单位是否任某个角色（只看自己的任职，不看委托）。</summary>
    public bool Holds(Role role, UnitId unit, DateOnly date) =>
        AppointmentsOn(date).Any(appointment => appointment.Role == role && appointment.Unit == unit);

    /// <summary>照一件变动改变；变动已经由 <see cref="PersonDecisions"/> 放行。</summary>
    public Person Apply(PersonEvent happened) => Changed(happened) with { Version = Version + 1 };

    /// <summary>新登记的人员。</summary>
    public static Person From(PersonAdded happened) =>
        new(happened.Person, 1, happened.Name, happened.LoginName, new Validity(happened.On, null), []);

    private Person Changed(PersonEvent happened) => happened switch
    {
        PersonAppointed appointed => this with { Appointments = Appointments.Add(appointed.Appointment) },
        AppointmentEnded ended => this with { Appointments = [.. Appointments.Select(one => one.Id == ended.Appointment ? Until(one, ended.On) : one)] },
        PersonRenamed renamed => this with { Name = renamed.Name },
        PersonLeft left => this with { Service = Service with { Until = left.On }, Appointments = [.. Appointments.Select(one => Until(one, left.On))] },
        _ => throw new InvalidOperationException($"人员不认识这件变动：{happened.GetType().Name}。"),
    };

    private static Appointment Until(Appointment appointment, DateOnly last) =>
        appointment.Validity.Until is { } already && already <= last ? appointment
            : appointment with { Validity = appointment.Validity with { Until = last } };
}

/// <summary>任职：在某单位（某内设机构）任某个角色。</summary>
/// <param name="Id">标识。</param>
/// <param name="Unit">单位。</param>
/// <param name="Office">内设机构；不属于哪一个的为空。</param>
/// <param name="Role">角色。</param>
/// <param name="Validity">期间，首尾两日都在内。</param>
public sealed record Appointment(AppointmentId Id, UnitId Unit, OfficeId? Office, Role Role, Validity Validity);

/// <summary>人员的一件变动。</summary>
/// <param name="Person">谁。</param>
/// <param name="On">日期：任职自这一天起；结束、离任以这一天为最后一日（含）。</param>
public abstract record PersonEvent(PersonId Person, DateOnly On);

/// <summary>登记了人员。</summary>
public sealed record PersonAdded(PersonId Person, DateOnly On, string Name, string LoginName) : PersonEvent(Person, On);

/// <summary>改了姓名。</summary>
public sealed record PersonRenamed(PersonId Person, DateOnly On, string Name) : PersonEvent(Person, On);

/// <summary>任了职。</summary>
public sealed record PersonAppointed(PersonId Person, DateOnly On, Appointment Appointment) : PersonEvent(Person, On);

/// <summary>结束了一个任职。</summary>
public sealed record AppointmentEnded(PersonId Person, DateOnly On, AppointmentId Appointment) : PersonEvent(Person, On);

/// <summary>离任了：各项任职一并结束，不能再登录。</summary>
public sealed record PersonLeft(PersonId Person, DateOnly On) : PersonEvent(Person, On);

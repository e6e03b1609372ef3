using System.Collections.Immutable;
using Gongkai.Organisations.People;
using Gongkai.Organisations.Units;

namespace Gongkai.Services.Organisations;

/// <summary>人员的变动在审计记录里的写法。姓名是个人信息，不写；谁，由标识认。</summary>
internal static class PersonChanges
{
    public static object Of(PersonEvent happened) => happened switch
    {
        PersonAdded added => new { added.On, what = "added", added.LoginName },
        PersonRenamed renamed => new { renamed.On, what = "renamed" },
        PersonAppointed { Appointment: var one } appointed => new
        {
            appointed.On, what = "appointed", appointment = one.Id.Value, unit = one.Unit.Value, office = one.Office?.Value, one.Role, one.Validity.From, one.Validity.Until,
        },
        AppointmentEnded ended => new { ended.On, what = "appointmentEnded", appointment = ended.Appointment.Value },
        PersonLeft left => new { left.On, what = "left" },
        _ => throw new InvalidOperationException($"没有教过怎样记这件变动：{happened.GetType().Name}。"),
    };
}

/// <summary>一个人归哪些单位管：还没有结束的任职所在的单位；都结束了的，是最后一个任职所在的单位。</summary>
internal static class HomeUnits
{
    public static ImmutableArray<UnitId> Of(Person person)
    {
        var open = person.Appointments.Where(one => one.Validity.Until is null).Select(one => one.Unit).Distinct().ToImmutableArray();
        return open.IsEmpty ? [person.Appointments.MaxBy(one => one.Validity.Until)!.Unit] : open;
    }
}

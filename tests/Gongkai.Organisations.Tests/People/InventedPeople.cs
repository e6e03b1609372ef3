using Gongkai.Law;
using Gongkai.Organisations.Access;
using Gongkai.Organisations.People;
using Gongkai.Organisations.Tests.Units;
using Gongkai.Organisations.Units;

namespace Gongkai.Organisations.Tests.People;

/// <summary>不具名的工作人员：某甲一、某甲二。</summary>
internal static class InventedPeople
{
    private static readonly UnitTree Tree = InventedUnits.Tree();

    public static Unit Unit(UnitId id) => Tree.Find(id)!;

    public static Appointment Appointment(Role role, UnitId unit) =>
        new(new AppointmentId(Guid.NewGuid()), unit, null, role, new Validity(InventedUnits.Start, null));

    public static Person Somebody(int number, params (Role Role, UnitId Unit)[] roles)
    {
        var id = new PersonId(new Guid($"0190cccc-0000-7000-8000-{number:000000000000}"));
        var person = Person.From(PersonDecisions.Add(id, $"某甲{number}", $"jia{number}", InventedUnits.Start, isLoginNameTaken: false).Value);
        foreach (var (role, unit) in roles)
            person = person.Apply(PersonDecisions.Appoint(person, Appointment(role, unit), Unit(unit)).Value);
        return person;
    }
}

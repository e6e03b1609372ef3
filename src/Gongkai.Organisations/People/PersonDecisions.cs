using Gongkai.Law;
using Gongkai.Organisations.Access;
using Gongkai.Organisations.Units;

namespace Gongkai.Organisations.People;

/// <summary>人员的登记、任职、离任能不能做。</summary>
public static class PersonDecisions
{
    private const int LongestLoginName = 64;

    /// <summary>登记人员。登录名是否与别人相同，由存储的唯一约束和 <paramref name="isLoginNameTaken"/> 把守。</summary>
    public static Outcome<PersonAdded> Add(PersonId id, string name, string loginName, DateOnly on, bool isLoginNameTaken)
    {
        if (string.IsNullOrWhiteSpace(name)) return new Refusal("人员要有姓名。");
        if (loginName.Length is 0 or > LongestLoginName || !loginName.All(IsLoginCharacter) || !char.IsAsciiLetterOrDigit(loginName[0]))
            return new Refusal($"登录名用小写字母、数字、点和横线，以字母或数字开头，不超过 {LongestLoginName} 个字。");
        if (isLoginNameTaken) return new Refusal($"登录名“{loginName}”已经有人用过；离任人员的登录名也不再给别人用。");
        return new PersonAdded(id, on, name.Trim(), loginName);
    }

    /// <summary>改姓名。</summary>
    public static Outcome<PersonRenamed> Rename(Person person, string name, DateOnly on) =>
        string.IsNullOrWhiteSpace(name) ? new Refusal("人员要有姓名。") : new PersonRenamed(person.Id, on, name.Trim());

    /// <summary>任职：单位和内设机构在整个期间开始时存在，不与已有的任职重复，也不与不得兼任的角色同时。</summary>
    public static Outcome<PersonAppointed> Appoint(Person person, Appointment appointment, Unit unit)
    {
        var from = appointment.Validity.From;
        if (unit.On(from) is not { } facts) return new Refusal($"{unit.Latest.Name}在{from:yyyy年M月d日}不存在。");
        if (!person.Service.Covers(from)) return new Refusal($"{person.Name}在{from:yyyy年M月d日}不在岗。");
        if (appointment.Validity.Until < from) return new Refusal("任职的结束不能早于开始。");
        if (appointment.Office is { } office && !unit.Offices.Any(one => one.Id == office && one.Lifetime.Covers(from)))
            return new Refusal($"{facts.Name}在{from:yyyy年M月d日}没有这个内设机构。");
        foreach (var held in person.Appointments.Where(held => held.Validity.Overlaps(appointment.Validity)))
        {
            if (held.Role == appointment.Role && held.Unit == appointment.Unit && held.Office == appointment.Office)
                return new Refusal($"{person.Name}已经是{facts.Name}的{held.Role.Caption()}。");
            if (RoleTable.Conflict(held.Role, appointment.Role) is { } conflict)
                return new Refusal($"{person.Name}同时是{held.Role.Caption()}，不能兼任{appointment.Role.Caption()}：{conflict.Reason}。");
        }

        return new PersonAppointed(person.Id, from, appointment);
    }

    /// <summary>结束任职，给出最后一日（含）。</summary>
    public static Outcome<AppointmentEnded> EndAppointment(Person person, AppointmentId id, DateOnly last)
    {
        if (person.Appointments.FirstOrDefault(one => one.Id == id) is not { } appointment) return new Refusal($"{person.Name}没有这个任职。");
        if (appointment.Validity.Until <= last) return new Refusal($"这个任职到{appointment.Validity.Until:yyyy年M月d日}已经结束。");
        return last < appointment.Validity.From.AddDays(-1)
            ? new Refusal($"这个任职{appointment.Validity.From:yyyy年M月d日}才开始。")
            : new AppointmentEnded(person.Id, last, id);
    }

    /// <summary>离任，给出在岗的最后一日（含）。</summary>
    public static Outcome<PersonLeft> Leave(Person person, DateOnly last)
    {
        if (person.Service.Until is { } already) return new Refusal($"{person.Name}在岗到{already:yyyy年M月d日}为止，已经离任。");
        return last < person.Service.From.AddDays(-1)
            ? new Refusal($"{person.Name}{person.Service.From:yyyy年M月d日}才到岗。")
            : new PersonLeft(person.Id, last);
    }

    private static bool IsLoginCharacter(char character) => char.IsAsciiLetterLower(character) || char.IsAsciiDigit(character) || character is '.' or '-';
}

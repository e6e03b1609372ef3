using Gongkai.Organisations.Units;
using static Gongkai.Organisations.Tests.Units.InventedUnits;

namespace Gongkai.Organisations.Tests.Units;

public sealed class OfficeTests
{
    private static readonly OfficeId General = new(new Guid("0190bbbb-0000-7000-8000-000000000001")), Law = new(new Guid("0190bbbb-0000-7000-8000-000000000002"));

    private static Unit TwoOffices()
    {
        var unit = Tree().Find(Culture)!;
        unit = unit.Apply(OfficeDecisions.Open(unit, General, "办公室", Start, "设立").Value);
        return unit.Apply(OfficeDecisions.Open(unit, Law, "法规科", Start, "设立").Value);
    }

    [Fact]
    public void One_office_at_a_time_has_the_disclosure_duty_and_the_former_one_keeps_its_days()
    {
        var unit = TwoOffices();
        unit = unit.Apply(OfficeDecisions.Designate(unit, General, Start, "指定").Value);
        unit = unit.Apply(OfficeDecisions.Designate(unit, Law, Reform, "改由法规科承担").Value);

        unit.DisclosureOffice(Reform.AddDays(-1))!.Name.ShouldBe("办公室");
        unit.DisclosureOffice(Reform)!.Name.ShouldBe("法规科");
    }

    [Fact]
    public void An_office_that_takes_the_duty_again_keeps_both_its_periods()
    {
        var unit = TwoOffices();
        unit = unit.Apply(OfficeDecisions.Designate(unit, General, Start, "指定").Value);
        unit = unit.Apply(OfficeDecisions.Designate(unit, Law, Reform, "指定").Value);
        unit = unit.Apply(OfficeDecisions.Designate(unit, General, Reform.AddYears(1), "指定").Value);

        unit.DisclosureOffice(Start)!.Name.ShouldBe("办公室");
        unit.DisclosureOffice(Reform)!.Name.ShouldBe("法规科");
        unit.DisclosureOffice(Reform.AddYears(2))!.Name.ShouldBe("办公室");
    }

    [Fact]
    public void The_office_with_the_duty_cannot_be_closed_before_another_is_designated()
    {
        var unit = TwoOffices();
        unit = unit.Apply(OfficeDecisions.Designate(unit, General, Start, "指定").Value);

        OfficeDecisions.Close(unit, General, Reform, "撤销").Refusal.ShouldNotBeNull().Reason
            .ShouldBe("“办公室”是政府信息公开工作机构：先指定别的机构，再撤销它。");
    }

    [Fact]
    public void Two_living_offices_of_a_unit_have_two_names()
    {
        var unit = TwoOffices();
        OfficeDecisions.Open(unit, new OfficeId(Guid.Empty), "办公室", Reform, "设立").Refusal.ShouldNotBeNull().Reason.ShouldContain("已经有“办公室”");
        unit = unit.Apply(OfficeDecisions.Close(unit, General, Reform, "撤销").Value);

        OfficeDecisions.Open(unit, new OfficeId(Guid.Empty), "办公室", Reform, "重新设立").Succeeded.ShouldBeTrue();
    }
}

using Gongkai.Organisations.Units;
using Gongkai.Publication.Catalogue;
using Gongkai.Publication.Channels;
using Gongkai.Publication.Drafting;
using Gongkai.Publication.Matters;

namespace Gongkai.Publication.Tests.Matters;

/// <summary>事项清单的决定：填的对不对，能不能停用，信息归在哪里，像哪一项；五公开的标注。</summary>
public sealed class MatterDecisionTests
{
    private static readonly UnitFacts City = new() { Name = "云泽市文化广播局", Level = UnitLevel.City, Kind = UnitKind.Department };
    private static readonly UnitFacts Town = City with { Level = UnitLevel.Town };

    [Fact]
    public void Everything_wrong_is_said_at_once()
    {
        var wrong = InventedMatters.Facts(" ") with { Elements = new string('字', 501), Category = "9999", Rhythm = new MatterRhythm(MatterFrequency.Yearly), Channels = [], Levels = [], Mode = DisclosureMode.NotOpen };

        var refusal = MatterDecisions.Check(wrong, City).Refusal.ShouldBeOfType<MatterRefusal>();

        refusal.Faults.Select(fault => fault.Field).ShouldBe([MatterField.Name, MatterField.Elements, MatterField.Category, MatterField.Rhythm, MatterField.Channels, MatterField.Mode, MatterField.Levels]);
    }

    [Fact]
    public void A_category_of_cities_is_not_for_a_town_and_what_is_right_is_tidied()
    {
        MatterDecisions.Check(InventedMatters.Facts("群众文化活动"), Town).Refusal!.Reason.ShouldBe("“公共服务”不适用于乡镇级。");

        var tidy = MatterDecisions.Check(InventedMatters.Facts(" 群众文化活动 ") with { Channels = [Channel.NewMedia, Channel.Website, Channel.NewMedia], Audience = " " }, City).Value;

        (tidy.Name, tidy.Audience).ShouldBe(("群众文化活动", null));
        tidy.Channels.ShouldBe([Channel.Website, Channel.NewMedia]);
    }

    [Fact]
    public void A_matter_ends_once_and_with_a_reason()
    {
        var matter = InventedMatters.Of("群众文化活动");

        MatterDecisions.End(matter, " ", new(2026, 6, 1)).Refusal!.Reason.ShouldBe("停用要写明缘由。");
        var ending = MatterDecisions.End(matter, "并入展览与讲座", new(2026, 6, 1)).Value;
        MatterDecisions.End(matter with { Ending = ending }, "再停", new(2026, 6, 2)).Refusal!.Reason.ShouldBe("这一项已经停用。");
    }

    [Fact]
    public void An_item_is_held_only_by_a_matter_of_its_own_unit_that_is_in_use_or_already_held_it()
    {
        var matter = InventedMatters.Of("群众文化活动");
        var ended = matter with { Ending = new MatterEnding(new(2026, 6, 1), "并入") };

        MatterDecisions.CannotHold(matter, InventedMatters.Culture, null).ShouldBeNull();
        MatterDecisions.CannotHold(ended, InventedMatters.Culture, matter.Id).ShouldBeNull();
        MatterDecisions.CannotHold(ended, InventedMatters.Culture, null)!.Reason.ShouldContain("已经停用");
        MatterDecisions.CannotHold(matter, new UnitId(Guid.NewGuid()), null)!.Reason.ShouldContain("没有这一项");
        MatterDecisions.CannotHold(null, InventedMatters.Culture, null)!.Reason.ShouldContain("没有这一项");
    }

    [Fact]
    public void What_sounds_alike_in_the_same_category_is_suggested_first_and_another_category_not_at_all()
    {
        var (events, talks, budget) = (InventedMatters.Of("群众文化活动"), InventedMatters.Of("展览与讲座"), InventedMatters.Of("部门预算", "2007"));

        MatterSuggestions.For([talks, events, budget], "2102", "关于举办群众文化活动的通知").ShouldBe([events, talks]);
        MatterSuggestions.For([talks, events, budget], "2007", "关于举办群众文化活动的通知").ShouldBe([budget]);
        MatterSuggestions.For([talks, events, budget], null, "二〇二六年部门预算").ShouldBe([budget]);
        MatterSuggestions.For([talks, events, budget], "2001", "关于举办群众文化活动的通知").ShouldBeEmpty();
    }

    [Fact]
    public void The_five_aspects_are_named_coded_and_taken_apart()
    {
        var marked = OpennessAspects.Decision | OpennessAspects.Result;

        marked.Text().ShouldBe("决策公开、结果公开");
        OpennessAspects.None.Text().ShouldBe("");
        Openness.Five.ShouldAllBe(one => Openness.FindCode(Openness.Code(one)) == one);
        Openness.FindCode("everything").ShouldBeNull();
    }
}

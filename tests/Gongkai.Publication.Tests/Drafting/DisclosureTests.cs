using Gongkai.Publication.Catalogue;
using Gongkai.Publication.Drafting;
using static Gongkai.Publication.Tests.InventedItems;

namespace Gongkai.Publication.Tests.Drafting;

public sealed class DisclosureTests
{
    [Fact]
    public void Every_case_reports_the_fields_it_says()
    {
        foreach (var example in YamlCases.Read<ChoiceCase>("disclosure.yaml"))
        {
            var faults = DisclosureRules.Faults(example.Choice).ToList();

            faults.Select(fault => fault.Field.ToString()).ShouldBe(example.Blocks, example.Name);
            faults.ShouldAllBe(fault => fault.Blocks && fault.Basis != null, example.Name);
            if (example.Says is { } words) faults.ShouldContain(fault => fault.Reason.Contains(words), example.Name);
        }
    }

    [Fact]
    public void The_document_carries_its_mark() => DisclosureChoice.Active.Mark.ShouldBe("（此件公开发布）");

    [Fact]
    public void Information_of_another_body_is_published_only_with_its_agreement()
    {
        var theirs = new Responsibility { Source = SourceKind.FromOtherBody, Body = new ResponsibleBody(null, "云泽市统计局") };
        ResponsibilityRules.Faults(theirs, Unit).Select(fault => fault.Field).ShouldBe([ItemField.Coordination]);

        var refused = theirs with { Coordination = [new CoordinationRecord("云泽市统计局", new(2025, 1, 2), false, "函")] };
        ResponsibilityRules.Faults(refused, Unit).ShouldNotBeEmpty();
        var agreed = refused with { Coordination = refused.Coordination.Add(new CoordinationRecord("云泽市统计局", new(2025, 1, 9), true, "复函")) };
        ResponsibilityRules.Faults(agreed, Unit).ShouldBeEmpty();
    }

    [Fact]
    public void What_the_body_made_itself_it_answers_for_itself() =>
        ResponsibilityRules.Faults(OwnWork with { Body = new ResponsibleBody(null, "云泽市统计局") }, Unit)
            .ShouldContain(fault => fault.Field == ItemField.ResponsibleBody && fault.Basis!.Article == "第十条");

    [Fact]
    public void Every_other_body_concerned_is_consulted_and_approvals_are_recorded()
    {
        var concerned = OwnWork with { OtherBodies = ["云泽市财政局"], NeedsApproval = true };

        ResponsibilityRules.Faults(concerned, Unit).Select(fault => fault.Field).ShouldBe([ItemField.Coordination, ItemField.Approval]);
    }

    private sealed class ChoiceCase
    {
        public string Name { get; init; } = "";

        public DisclosureMode Mode { get; init; }

        public string? Reason { get; init; }

        public NonDisclosureGround? Ground { get; init; }

        public LegalRank? Rank { get; init; }

        public bool? Otherwise { get; init; }

        public ThirdPartyOpinion ThirdParty { get; init; }

        public string? PublicInterest { get; init; }

        public List<string> Blocks { get; init; } = [];

        public string? Says { get; init; }

        public DisclosureChoice Choice => new()
        {
            Mode = Mode, Reason = Reason, Ground = Ground, OtherwiseMustBeOpen = Otherwise, ThirdParty = ThirdParty, PublicInterest = PublicInterest,
            LegalBasis = Rank is { } rank ? new LegalBasis(rank, "《某文件》", "第三条") : null,
        };
    }
}

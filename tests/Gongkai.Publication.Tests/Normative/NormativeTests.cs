using Gongkai.Publication.Catalogue;
using Gongkai.Publication.Drafting;
using Gongkai.Publication.Normative;
using static Gongkai.Publication.Tests.Normative.InventedDocuments;

namespace Gongkai.Publication.Tests.Normative;

public sealed class NormativeTests
{
    private static readonly DateOnly Issued = new(2024, 3, 1);

    [Fact]
    public void The_status_on_a_day_looks_no_further_than_that_day()
    {
        var document = Document(1, Issued, expires: new(2026, 2, 28)) with { Events = [new NormativeAmended(new(2025, 5, 1), Decision)] };
        document = document with { Facts = document.Facts with { EffectiveOn = new(2024, 4, 1) } };

        document.StatusOn(new(2024, 2, 29)).ShouldBe(NormativeStatus.NotIssued);
        document.StatusOn(new(2024, 3, 31)).ShouldBe(NormativeStatus.NotYetEffective);
        document.StatusOn(new(2024, 4, 1)).ShouldBe(NormativeStatus.Valid);
        document.StatusOn(new(2025, 5, 1)).ShouldBe(NormativeStatus.Amended);
        document.StatusOn(new(2026, 2, 28)).ShouldBe(NormativeStatus.Amended);
        document.StatusOn(new(2026, 3, 1)).ShouldBe(NormativeStatus.Expired);
    }

    [Fact]
    public void A_repealed_document_is_void_from_the_day_of_its_repeal()
    {
        var document = Document(1, Issued);
        document = document.Apply(Register(document).Repeal(document, new(2025, 7, 1), Decision).Value);

        document.StatusOn(new(2025, 6, 30)).ShouldBe(NormativeStatus.Valid);
        document.StatusOn(new(2025, 7, 1)).ShouldBe(NormativeStatus.Repealed);
        Register(document).Amend(document, new(2025, 8, 1), Decision).Refusal.ShouldNotBeNull().Reason.ShouldBe("云泽市第1号办法自2025年7月1日起已经不再有效。");
    }

    [Fact]
    public void A_repeal_names_the_document_that_repeals() =>
        Register(Document(1, Issued)).Repeal(Document(1, Issued), new(2025, 7, 1), new NormativeBasis(null, "")).Refusal.ShouldNotBeNull().Reason.ShouldBe("要写明依据哪个文件。");

    [Fact]
    public void A_document_is_not_repealed_by_one_that_was_issued_later_or_by_itself()
    {
        var (old, later) = (Document(1, Issued), Document(2, new(2025, 9, 1)));
        var register = Register(old, later);

        register.Repeal(old, new(2025, 7, 1), new NormativeBasis(later.Id, later.Facts.Title)).Refusal.ShouldNotBeNull().Reason.ShouldContain("还没有印发");
        register.Repeal(old, new(2025, 7, 1), new NormativeBasis(old.Id, old.Facts.Title)).Refusal.ShouldNotBeNull().Reason.ShouldContain("不能由它自己");
        register.Repeal(old, new(2025, 9, 1), new NormativeBasis(later.Id, later.Facts.Title)).Succeeded.ShouldBeTrue();
    }

    [Fact]
    public void A_new_document_repeals_what_it_supersedes_on_the_day_it_takes_effect()
    {
        var old = Document(1, Issued);
        var successor = Document(2, new(2025, 9, 1));
        successor = successor with { Facts = successor.Facts with { EffectiveOn = new(2025, 10, 1), Supersedes = [old.Id] } };
        var registered = Register(old).Register(successor, NoPower, Today).Value;
        var superseded = Register(old, registered).Supersede(registered).Value.ShouldHaveSingleItem();

        superseded.Repealed.On.ShouldBe(new DateOnly(2025, 10, 1));
        superseded.Document.Apply(superseded.Repealed).StatusOn(new(2025, 10, 1)).ShouldBe(NormativeStatus.Repealed);
    }

    [Fact]
    public void The_validity_is_extended_before_it_ends_and_to_a_later_day()
    {
        var document = Document(1, Issued, expires: new(2026, 2, 28));
        var register = Register(document);

        register.Extend(document, new(2026, 3, 1), new(2028, 2, 28), Decision).Refusal.ShouldNotBeNull().Reason.ShouldContain("已经不再有效");
        register.Extend(document, new(2026, 2, 1), new(2026, 2, 28), Decision).Refusal.ShouldNotBeNull();
        var extended = document.Apply(register.Extend(document, new(2026, 2, 1), new(2028, 2, 28), Decision).Value);
        extended.StatusOn(new(2028, 2, 28)).ShouldBe(NormativeStatus.Valid);
        extended.StatusOn(new(2028, 3, 1)).ShouldBe(NormativeStatus.Expired);
    }

    [Fact]
    public void A_body_without_the_power_registers_no_regulation() =>
        Register().Register(Document(1, Issued) with { Kind = NormativeKind.Regulation }, NoPower, Today).Refusal.ShouldNotBeNull().Reason.ShouldStartWith("不能登记规章：部门不能制定规章");

    [Fact]
    public void A_document_without_legal_review_is_not_registered_unless_it_is_older_than_the_rule()
    {
        var unreviewed = Document(1, Issued);
        unreviewed = unreviewed with { Facts = unreviewed.Facts with { LegalReview = null } };
        Register().Register(unreviewed, NoPower, Today).Refusal.ShouldNotBeNull().Reason.ShouldContain("合法性审核");

        var old = new DateOnly(2018, 5, 15);
        Register().Register(unreviewed with { Facts = unreviewed.Facts with { IssuedOn = old, EffectiveOn = old, PublishedOn = old } }, NoPower, Today).Succeeded.ShouldBeTrue();
    }

    [Fact]
    public void Two_documents_do_not_share_a_number()
    {
        var twin = Document(2, Issued);
        twin = twin with { Facts = twin.Facts with { DocumentNumber = new DocumentNumber("云文旅规", 2024, 1) } };

        Register(Document(1, Issued)).Register(twin, NoPower, Today).Refusal.ShouldNotBeNull().Reason.ShouldBe("云泽市第1号办法已经用了这个文号或者登记编号。");
    }

    [Fact]
    public void The_public_library_shows_what_is_in_force_on_the_day()
    {
        var (one, two, three) = (Document(1, Issued), Document(2, new(2024, 6, 1), expires: new(2025, 5, 31)), Document(3, new(2025, 8, 1)));

        Register(one, two, three).InForceOn(new(2025, 5, 31)).Select(document => document.Id).ShouldBe([two.Id, one.Id]);
        Register(one, two, three).InForceOn(new(2025, 8, 1)).Select(document => document.Id).ShouldBe([three.Id, one.Id]);
        Register(one, two, three).ExpiringBetween(new(2025, 5, 1), new(2025, 5, 31)).ShouldHaveSingleItem().Id.ShouldBe(two.Id);
    }

    [Fact]
    public void An_interpretation_is_found_from_both_sides_and_is_due_within_three_working_days()
    {
        var document = Document(1, new(2025, 4, 30));
        var item = new ItemId(Guid.NewGuid());
        var link = Interpretations.Link(new Interpretation(document.Id, item, InterpretationKind.Diagram, new(2025, 5, 6)), Register(document), []).Value;

        Interpretations.Of(document.Id, [link]).ShouldBe([link]);
        Interpretations.InterpretedBy(item, [link]).ShouldBe([document.Id]);
        Interpretations.Deadline(document, Gongkai.Law.Calendar.WorkingCalendar.National)!.Due.ShouldBe(new DateOnly(2025, 5, 8));
        Interpretations.Link(link, Register(document), [link]).Refusal.ShouldNotBeNull().Reason.ShouldContain("已经是云泽市第1号办法的解读");
    }
}

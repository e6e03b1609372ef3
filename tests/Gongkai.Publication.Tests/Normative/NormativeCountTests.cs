using FsCheck;
using FsCheck.Fluent;
using Gongkai.Publication.Normative;
using static Gongkai.Publication.Tests.Normative.InventedDocuments;

namespace Gongkai.Publication.Tests.Normative;

public sealed class NormativeCountTests
{
    private static readonly DateOnly First = new(2019, 1, 1);

    private static readonly Gen<NormativeDocument[]> Registers =
        (from issued in Gen.Choose(0, 2500)
         from delay in Gen.Choose(0, 90)
         from validity in Gen.Choose(-600, 2000)
         from steps in (from kind in Gen.Choose(0, 4) from after in Gen.Choose(0, 900) select (kind, after)).ArrayOf(3)
         select (issued, delay, validity, steps)).ArrayOf(12)
        .Select(seeds => seeds.Select((seed, index) => Lived(Dated(index + 1, seed.issued, seed.delay, seed.validity), seed.steps)).ToArray());

    [Fact]
    public void In_force_is_last_years_plus_issued_less_repealed_for_any_register() =>
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(500), Prop.ForAll(Registers.ToArbitrary(), documents =>
        {
            for (var year = 2019; year <= 2032; year++)
            {
                var (now, before) = (Count(documents, year), Count(documents, year - 1));
                now.InForce.ShouldBe(before.InForce + now.Issued - now.Repealed, $"{year}年");
            }
        }));

    [Fact]
    public void Every_document_is_issued_once_and_repealed_at_most_once() =>
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(200), Prop.ForAll(Registers.ToArbitrary(), documents =>
        {
            var years = Enumerable.Range(2015, 40).Select(year => Count(documents, year)).ToList();
            years.Sum(count => count.Issued).ShouldBe(documents.Length);
            years.Sum(count => count.Repealed).ShouldBe(documents.Count(document => document.EndedOn is not null));
        }));

    [Fact]
    public void A_document_that_expires_on_the_last_day_of_the_year_still_counts_in_it()
    {
        NormativeDocument[] documents = [Document(1, new(2024, 3, 1), expires: new(2025, 12, 31))];

        Count(documents, 2024).ShouldBe(new NormativeCounts(1, 0, 1));
        Count(documents, 2025).ShouldBe(new NormativeCounts(0, 0, 1));
        Count(documents, 2026).ShouldBe(new NormativeCounts(0, 1, 0));
    }

    [Fact]
    public void Amendments_change_no_count_and_the_kinds_are_counted_apart()
    {
        var document = Document(1, new(2024, 3, 1)) with { Events = [new NormativeAmended(new(2024, 9, 1), Decision)] };

        Count([document], 2024).ShouldBe(new NormativeCounts(1, 0, 1));
        NormativeCounts.Of([document], NormativeKind.Regulation, 2024).ShouldBe(new NormativeCounts(0, 0, 0));
    }

    [Fact]
    public void The_form_of_2019_counts_what_was_made_newly_published_and_published_in_all()
    {
        NormativeDocument[] documents =
        [
            Document(1, new(2018, 5, 1)), Document(2, new(2019, 12, 20), expires: new(2020, 6, 30)), Document(3, new(2020, 3, 1)),
        ];
        documents[0] = documents[0] with { Facts = documents[0].Facts with { PublishedOn = new(2018, 5, 1) } };
        documents[2] = documents[2] with { Facts = documents[2].Facts with { PublishedOn = null } };
        documents[1] = documents[1] with { Facts = documents[1].Facts with { PublishedOn = new(2020, 1, 5) } };

        Publicity(2019).ShouldBe(new NormativePublicity(1, 0, 1));
        Publicity(2020).ShouldBe(new NormativePublicity(1, 1, 2), "印发在去年、公布在今年的算今年新公开；没有公布的不算；失效的照样公开着");
        NormativePublicity.Of(documents, NormativeKind.Regulation, 2020).ShouldBe(new NormativePublicity(0, 0, 0));

        NormativePublicity Publicity(int year) => NormativePublicity.Of(documents, NormativeKind.NormativeDocument, year);
    }

    [Fact]
    public void In_the_form_of_2019_the_total_is_last_years_and_what_was_newly_published_for_any_register() =>
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(200), Prop.ForAll(Registers.ToArbitrary(), documents =>
        {
            for (var year = 2019; year <= 2032; year++)
            {
                var (now, before) = (NormativePublicity.Of(documents, NormativeKind.NormativeDocument, year), NormativePublicity.Of(documents, NormativeKind.NormativeDocument, year - 1));
                now.TotalPublished.ShouldBe(before.TotalPublished + now.Published, $"{year}年");
            }
        }));

    private static NormativeCounts Count(IEnumerable<NormativeDocument> documents, int year) => NormativeCounts.Of(documents, NormativeKind.NormativeDocument, year);

    private static NormativeDocument Dated(int number, int issued, int delay, int validity)
    {
        var document = Document(number, First.AddDays(issued));
        var effective = document.Facts.IssuedOn.AddDays(delay);
        return document with { Facts = document.Facts with { EffectiveOn = effective, ExpiresOn = validity < 0 ? null : effective.AddDays(validity) } };
    }

    /// <summary>任意地过日子：库放行的才发生。</summary>
    private static NormativeDocument Lived(NormativeDocument document, (int Kind, int After)[] steps)
    {
        var on = document.Facts.IssuedOn;
        foreach (var (kind, after) in steps)
        {
            on = on.AddDays(after);
            var register = Register(document);
            document = kind switch
            {
                0 when register.Repeal(document, on, Decision) is { Succeeded: true } repealed => document.Apply(repealed.Value),
                1 when register.DeclareExpired(document, on, Decision) is { Succeeded: true } expired => document.Apply(expired.Value),
                2 when register.Amend(document, on, Decision) is { Succeeded: true } amended => document.Apply(amended.Value),
                3 when register.Extend(document, on, on.AddDays(after + 400), Decision) is { Succeeded: true } extended => document.Apply(extended.Value),
                _ => document,
            };
        }

        return document;
    }
}

using System.Globalization;
using Gongkai.Law.Calendar;
using Gongkai.Publication.Catalogue;
using static Gongkai.Publication.Tests.InventedItems;

namespace Gongkai.Publication.Tests.Catalogue;

public sealed class MetadataTests
{
    [Fact]
    public void Every_case_reports_the_fields_it_says()
    {
        foreach (var example in YamlCases.Read<MetadataCase>("metadata.yaml"))
        {
            var faults = MetadataRules.Faults(With(example.Set), example.Active, Publisher, Today).ToList();

            faults.Where(fault => fault.Blocks).Select(fault => fault.Field.ToString()).ShouldBe(example.Blocks, example.Name);
            faults.Where(fault => !fault.Blocks).Select(fault => fault.Field.ToString()).ShouldBe(example.Reminds, example.Name);
            if (example.Says is { } words) faults.ShouldContain(fault => fault.Reason.Contains(words), example.Name);
        }
    }

    [Fact]
    public void A_publisher_that_no_longer_exists_cannot_publish() =>
        MetadataRules.Faults(Metadata, isActive: true, publisher: null, Today).ShouldContain(fault => fault.Field == ItemField.Publisher && fault.Blocks);

    [Fact]
    public void A_late_publication_is_reminded_of_and_not_blocked()
    {
        MetadataRules.Late(Metadata, new(2025, 3, 31), WorkingCalendar.National).ShouldBeNull();
        var late = MetadataRules.Late(Metadata, new(2025, 4, 1), WorkingCalendar.National).ShouldNotBeNull();
        late.Blocks.ShouldBeFalse();
        late.Reason.ShouldBe("2025年3月3日生成的信息应在2025年3月31日以前公开，已经逾期。");
    }

    [Fact]
    public void Every_category_has_its_article_and_a_column()
    {
        DisclosureCategory.All.Length.ShouldBe(30);
        DisclosureCategory.All.ShouldAllBe(category => category.Article.Article!.StartsWith("第二十"));
    }

    [Fact]
    public void Every_subject_below_the_first_level_has_its_parent()
    {
        Subject.All.Count(subject => subject.Parent is null).ShouldBe(22);
        Subject.Find("0201")!.Path.ShouldBe("综合政务\\政务公开");
    }

    private static ItemMetadata With(Dictionary<string, string> changes) => changes.Aggregate(Metadata, (metadata, change) => change.Key switch
    {
        "title" => metadata with { Title = change.Value },
        "description" => metadata with { Description = change.Value },
        "createdOn" => metadata with { CreatedOn = change.Value.Length == 0 ? null : DateOnly.Parse(change.Value, CultureInfo.InvariantCulture) },
        "documentNumber" => metadata with { DocumentNumber = change.Value.Length == 0 ? null : DocumentNumber.Parse(change.Value).Value },
        "withoutNumber" => metadata with { WithoutNumber = change.Value },
        "subject" => metadata with { Subject = change.Value.Length == 0 ? null : change.Value },
        "genre" => metadata with { Genre = change.Value.Length == 0 ? null : Enum.Parse<Genre>(change.Value) },
        "disclosureCategory" => metadata with { DisclosureCategory = change.Value.Length == 0 ? null : change.Value },
        _ => throw new InvalidOperationException($"metadata.yaml 里没有“{change.Key}”这一项。"),
    });

    private sealed class MetadataCase
    {
        public string Name { get; init; } = "";

        public Dictionary<string, string> Set { get; init; } = [];

        public bool Active { get; init; } = true;

        public List<string> Blocks { get; init; } = [];

        public List<string> Reminds { get; init; } = [];

        public string? Says { get; init; }
    }
}

using FsCheck;
using FsCheck.Fluent;
using Gongkai.Organisations.Agencies;
using Gongkai.Organisations.Regions;

namespace Gongkai.Organisations.Tests.Agencies;

public sealed class ForeignPlaceTests
{
    private static readonly IReadOnlyList<(string Agency, YamlCase Example)> Examples =
        [.. YamlCase.Read("foreign-places.yaml").SelectMany(group => group.Cases("texts").Select(example => (group.Text("agency"), example)))];

    public static TheoryData<int, string, string> Texts
    {
        get
        {
            var texts = new TheoryData<int, string, string>();
            foreach (var (index, (agency, example)) in Examples.Index()) texts.Add(index, agency, example.Text("text"));
            return texts;
        }
    }

    [Theory]
    [MemberData(nameof(Texts))]
    public void Foreign_places_are_found_and_ordinary_words_are_not(int index, string agency, string text)
    {
        var seen = ForeignPlaces.Find(AgencyNames.Parse(agency), text);

        seen.Select(place => $"{place.Certainty.ToString().ToLowerInvariant()} {place.Text}").ShouldBe(Examples[index].Example.List("finds"));
    }

    [Theory]
    [MemberData(nameof(Texts))]
    public void Foreign_agencies_are_found_by_their_full_names(int index, string agency, string text)
    {
        var seen = ForeignPlaces.FindAgencies(AgencyNames.Parse(agency), text);

        seen.Select(foreign => foreign.Name).ShouldBe(Examples[index].Example.List("agencies"));
    }

    [Theory]
    [MemberData(nameof(Texts))]
    public void An_offset_points_at_the_place_in_the_text_as_given(int index, string agency, string text)
    {
        index.ShouldBeGreaterThanOrEqualTo(0);
        foreach (var place in ForeignPlaces.Find(AgencyNames.Parse(agency), text))
            text[place.Offset].ShouldBe(place.Text[0]);
    }

    /// <summary>随机拼起来的公文碎片、地名和符号：不抛异常，位置在文内，互不交叠，依次排列。</summary>
    [Fact]
    public void Any_text_is_searched_without_mishap()
    {
        string[] shreds = ["随州", "市", "县", "区", "焦作市", "公开", "平台", "和", "，", "。", "\n", " ", "旅游政务网", "文化和旅游局", "湖北省", "𠀀", "a", "共和国", "人民政府", "在"];
        var texts = Gen.Elements(shreds).ArrayOf().Select(parts => string.Concat(parts));
        var agency = AgencyNames.Parse("弥勒市文化和旅游局");

        Prop.ForAll(texts.ToArbitrary(), text =>
        {
            var end = 0;
            foreach (var place in ForeignPlaces.Find(agency, text))
            {
                place.Offset.ShouldBeGreaterThanOrEqualTo(end);
                end = place.Offset + 1;
                end.ShouldBeLessThanOrEqualTo(text.Length);
            }
        }).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void Any_string_may_be_a_name_and_a_text()
    {
        Prop.ForAll<NonNull<string>, NonNull<string>>((name, text) =>
        {
            var agency = AgencyNames.Parse(name.Get);
            ForeignPlaces.Find(agency, text.Get).ShouldNotBeNull();
            AgencyNames.Formalise(name.Get, text.Get).Name.ShouldNotBeNull();
        }).QuickCheckThrowOnFailure();
    }

    /// <summary>段落各查各的：换一个次序，找到的东西一样多。</summary>
    [Fact]
    public void The_order_of_paragraphs_does_not_matter()
    {
        var agency = AgencyNames.Parse("弥勒市文化和旅游局");
        var paragraphs = Examples.Select(entry => entry.Example.Text("text")).ToArray();
        var expected = Found(paragraphs);

        Prop.ForAll(Gen.Shuffle(paragraphs).ToArbitrary(), shuffled => Found(shuffled).ShouldBe(expected)).QuickCheckThrowOnFailure();

        string[] Found(IEnumerable<string> texts) =>
            [.. ForeignPlaces.Find(agency, string.Join('\n', texts)).Select(place => $"{place.Certainty} {place.Text}").Order(StringComparer.Ordinal)];
    }

    /// <summary>每一个区划的全称，放在句中，对不在它隶属链上的机关都是外地；易混的除外。</summary>
    [Fact]
    public void Every_city_of_another_province_is_foreign_when_written_in_full()
    {
        var agency = AgencyNames.Parse("弥勒市文化和旅游局");
        var missed = Gazetteer.China.Regions
            .Where(region => region.Level == RegionLevel.City && region.Code[0] is not ('5' or '7' or '8'))
            .Where(region => ForeignPlaces.Find(agency, $"，{region.Name}人民政府公布目录。") is not [{ Certainty: PlaceCertainty.Certain }]);

        missed.ShouldBeEmpty();
    }
}

using Gongkai.Organisations.Agencies;

namespace Gongkai.Organisations.Tests.Agencies;

public sealed class AgencyNameTests
{
    public static TheoryData<int, string> Names
    {
        get
        {
            var names = new TheoryData<int, string>();
            foreach (var (index, example) in Examples().Index()) names.Add(index, example.Text("name"));
            return names;
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void A_name_says_what_its_case_says(int index, string name)
    {
        var example = Examples()[index];
        var profile = AgencyNames.Parse(name, example.TextOrNone("context"));

        var region = profile.Candidates.Length > 1 ? "?" : profile.RegionCode ?? "";
        region.ShouldBe(example.TextOrNone("region") ?? "");
        (profile.Kind?.ToString() ?? "").ShouldBe(example.TextOrNone("kind") ?? "");
        (profile.MayMakeRegulations switch { true => "是", false => "否", null => "不明" }).ShouldBe(example.Text("regulations"));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void A_name_is_completed_as_far_as_it_can_be_proven(int index, string name)
    {
        var example = Examples()[index];
        var formal = AgencyNames.Formalise(name, example.TextOrNone("context"));

        formal.Name.ShouldBe(example.TextOrNone("formal") ?? name);
        (formal.Reason is null).ShouldBe(formal.Name == name.Replace(" ", "", StringComparison.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void A_formal_name_is_formal_already(int index, string name)
    {
        var formal = AgencyNames.Formalise(name, Examples()[index].TextOrNone("context")).Name;

        AgencyNames.Formalise(formal).ShouldBe(new FormalName(formal, null));
    }

    private static IReadOnlyList<YamlCase> Examples() => YamlCase.Read("agency-names.yaml");
}

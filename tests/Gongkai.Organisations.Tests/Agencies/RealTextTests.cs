using Gongkai.Organisations.Agencies;
using Gongkai.Testing;

namespace Gongkai.Organisations.Tests.Agencies;

/// <summary>真实的年报：只有一份里有外地的网站，别的都不得报错。</summary>
public sealed class RealTextTests
{
    public static TheoryData<string, string> Reports => new()
    {
        { "seeds/seed-000.txt", "焦作市文化广电和旅游局" },
        { "seeds/seed-001.txt", "阜新市文化旅游和广播电视局" },
        { "seeds/seed-002.txt", "焦作市文化广电和旅游局" },
        { "seeds/seed-004.txt", "郑州市上街区文化广电旅游体育局" },
        { "corpus/txt/pingtan-2019.txt", "平潭综合实验区" },
        { "corpus/txt/pingtan-2021.txt", "平潭综合实验区" },
        { "corpus/txt/pingtan-2023.txt", "平潭综合实验区" },
        { "corpus/txt/shanghai-kewei-2024.txt", "上海市科委" },
        { "corpus/txt/spec-fusong-donggang-town-2020.txt", "抚松县东岗镇人民政府" },
        { "corpus/txt/spec-taojiang-songmutang-town-2022.txt", "桃江县松木塘镇人民政府" },
        { "corpus/txt/spec-xuwen-justice-bureau-2024.txt", "徐闻县司法局" },
        { "corpus/html/shanghai-office-2019.html", "上海市人民政府办公厅" },
    };

    [SharedTheory]
    [MemberData(nameof(Reports))]
    public void A_report_of_its_own_place_names_nothing_foreign(string file, string agency)
    {
        var text = File.ReadAllText(Path.Combine(Repository.Shared!, file));
        var profile = AgencyNames.Parse(agency);

        ForeignPlaces.Find(profile, text).ShouldBeEmpty();
        ForeignPlaces.FindAgencies(profile, text).ShouldBeEmpty();
    }

    [SharedFact]
    public void The_report_that_kept_another_citys_site_is_caught_at_that_word_only()
    {
        var text = File.ReadAllText(Path.Combine(Repository.Shared!, "seeds/seed-003.txt"));

        var place = ForeignPlaces.Find(AgencyNames.Parse("弥勒市文化和旅游局"), text).ShouldHaveSingleItem();

        place.Text.ShouldBe("随州旅游政务网");
        place.Region.Code.ShouldBe("421300");
        place.Certainty.ShouldBe(PlaceCertainty.Certain);
        text.Substring(place.Offset, 2).ShouldBe("随州");
    }
}

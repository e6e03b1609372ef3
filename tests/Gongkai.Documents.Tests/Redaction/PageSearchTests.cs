using FsCheck;
using FsCheck.Fluent;
using Gongkai.Documents.Redaction;

namespace Gongkai.Documents.Tests.Redaction;

/// <summary>页上的几何：碰到的词不放出，没有碰到的照放；找到的每一处都盖得住那些字。</summary>
public sealed class PageSearchTests
{
    [Fact]
    public void A_word_is_released_exactly_when_no_area_touches_its_box() => Prop.ForAll(Page().ToArbitrary(), Areas().ToArbitrary(), (page, areas) =>
    {
        var kept = PageSearch.Outside(page, areas);
        return page.Words.All(word => kept.Contains(word) == !areas.Any(area => area.Page == page.Number && Overlap(page, area, word)));
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Pixels_of_an_area_hold_at_least_the_area_and_stay_on_the_page() => Prop.ForAll(Areas().ToArbitrary(), Gen.Choose(1, 3000).Two().ToArbitrary(), (areas, size) => areas.All(area =>
    {
        var (left, top, right, bottom) = area.On(size.Item1, size.Item2);
        return left >= 0 && top >= 0 && right <= size.Item1 && bottom <= size.Item2 && left <= area.Left * size.Item1 && right >= Math.Min(size.Item1, area.Right * size.Item1) && top <= area.Top * size.Item2 && bottom >= Math.Min(size.Item2, area.Bottom * size.Item2);
    })).QuickCheckThrowOnFailure();

    [Fact]
    public void What_is_found_is_covered_across_words_and_lines_and_widths()
    {
        var page = new PlacedPage(1, 600, 800, [new("经办人张某", 100, 100, 160, 112), new("某，电话", 100, 120, 148, 132), new("138 1234", 150, 120, 200, 132), new("５６７８", 200, 120, 240, 132), new("其他", 100, 200, 124, 212)], new Place(Page: 1));

        var name = PageSearch.Find(page, "张某某");
        name.Count.ShouldBe(2, "折成两行的，两块。");
        string.Concat(name.Select(area => PageSearch.Covered(page, area))).ShouldContain("张某某");
        PageSearch.Outside(page, name).Select(word => word.Text).ShouldBe(["138 1234", "５６７８", "其他"]);
        PageSearch.Find(page, "13812345678").Count.ShouldBe(2, "空白、全角不论。");
        PageSearch.Find(page, "没有的").ShouldBeEmpty();
        PageSearch.Find(page, " ").ShouldBeEmpty();
    }

    private static bool Overlap(PlacedPage page, RedactionArea area, PlacedWord word) =>
        Math.Min(word.Right, area.Right * page.Width) > Math.Max(word.Left, area.Left * page.Width) && Math.Min(word.Bottom, area.Bottom * page.Height) > Math.Max(word.Top, area.Top * page.Height);

    private static Gen<PlacedPage> Page() =>
        from count in Gen.Choose(0, 12)
        from boxes in Gen.Choose(0, 590).Four().ListOf(count)
        select new PlacedPage(1, 600, 800, [.. boxes.Select(box => new PlacedWord("字", Math.Min(box.Item1, box.Item2), Math.Min(box.Item3, box.Item4), Math.Max(box.Item1, box.Item2) + 1, Math.Max(box.Item3, box.Item4) + 1))], new Place(Page: 1));

    private static Gen<List<RedactionArea>> Areas() =>
        from count in Gen.Choose(0, 4)
        from corners in Gen.Choose(0, 1000).Four().ListOf(count)
        from page in Gen.Choose(1, 2)
        select corners.Select(corner => new RedactionArea(page, Math.Min(corner.Item1, corner.Item2) / 1000.0, Math.Min(corner.Item3, corner.Item4) / 1000.0, Math.Max(corner.Item1, corner.Item2) / 1000.0, Math.Max(corner.Item3, corner.Item4) / 1000.0))
            .Where(area => area.IsSound).ToList();
}

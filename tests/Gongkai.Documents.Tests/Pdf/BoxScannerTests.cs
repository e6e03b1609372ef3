using System.Text;
using Gongkai.Documents.Pdf;

namespace Gongkai.Documents.Tests.Pdf;

public sealed class BoxScannerTests
{
    private const string Page =
        """
        <head><title>&lt;page width="1" height="1"&gt;</title></head><body><doc>
          <page width="595.320000" height="841.920000">
            <word xMin="72.000000" yMin="64.464000" xMax="99.336000" yMax="75.564000">云溪市</word>
            <word xMin="-1.5" yMin="0" xMax="3" yMax="4">A&amp;B &lt;1&gt; &quot;x&quot; &apos;y&apos;</word>
          </page>
        """;

    [Fact]
    public void Words_keep_their_boxes_and_their_text()
    {
        var page = Scan(Page + "</doc>").ShouldHaveSingleItem();
        page.Number.ShouldBe(1);
        page.Place.ShouldBe(new Place(Page: 1));
        page.Width.ShouldBe(595.32);
        page.Height.ShouldBe(841.92);
        page.Words.ShouldBe(
        [
            new PlacedWord("云溪市", 72, 64.464, 99.336, 75.564),
            new PlacedWord("A&B <1> \"x\" 'y'", -1.5, 0, 3, 4),
        ]);
    }

    [Fact]
    public void Pages_are_numbered_in_order_and_counted_no_further_than_asked()
    {
        var three = "<doc>" + string.Concat(Enumerable.Repeat("<page width=\"1\" height=\"2\">\n</page>", 3));
        Scan(three).Select(page => page.Number).ShouldBe([1, 2, 3]);
        BoxScanner.Scan(Encoding.UTF8.GetBytes(three), 2).Count.ShouldBe(2);
    }

    [Fact]
    public void Blocks_and_lines_around_the_words_make_no_difference() =>
        Scan("""
             <doc><page width="1" height="1"><flow><block xMin="9" yMin="9" xMax="9" yMax="9"><line xMin="8" yMin="8" xMax="8" yMax="8">
             <word xMin="1" yMin="2" xMax="3" yMax="4">年</word></line></block></flow></page></doc>
             """)[0].Words.ShouldBe([new PlacedWord("年", 1, 2, 3, 4)]);

    [Fact]
    public void Output_cut_anywhere_gives_what_was_whole_and_never_fails()
    {
        var whole = Encoding.UTF8.GetBytes(Page);
        for (var length = 0; length < whole.Length; length++)
            BoxScanner.Scan(whole.AsSpan(0, length), 10).Sum(page => page.Words.Count).ShouldBeLessThanOrEqualTo(2);
    }

    [Fact]
    public void Coordinates_that_are_no_numbers_count_as_zero() =>
        Scan("<doc><page width=\"nan\" height=\"-\"><word xMin=\"inf\" yMin=\"\" xMax=\"1\">字</word></page>")[0]
            .Words.ShouldBe([new PlacedWord("字", 0, 0, 1, 0)]);

    private static List<PlacedPage> Scan(string output) => BoxScanner.Scan(Encoding.UTF8.GetBytes(output), 10);
}

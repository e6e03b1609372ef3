using Gongkai.Documents.Ocr;
using Gongkai.Documents.Pdf;
using Gongkai.Documents.Programs;
using Gongkai.Law;

namespace Gongkai.Documents.Inspection;

/// <summary>
/// 盖住的与不显示的文字：页面照原样画一遍，去掉文字再画一遍，两遍画面没有差别的字就是看不见的。
/// 黑块、白块、图片盖住的，白字，不可见的，都逃不过；扫描件的识别层（不可见、底下的图上有字）除外。
/// </summary>
internal static class PdfUnseen
{
    private const int Resolution = 75;

    /// <summary>一次画这么多页：内存里最多放这么多页的两份。</summary>
    private const int PagesAtOnce = 40;

    public static Outcome<List<PageHidden>> Read(PdfWorkspace work, PdfObjects objects, List<PlacedPage> words)
    {
        var hidden = new List<PageHidden>();
        if (words.TrueForAll(page => page.Words.Count == 0)) return hidden;
        var blanked = WithoutText(work, objects, out var invisible);
        if (!blanked.Succeeded) return blanked.Refusal!;
        for (var first = 1; first <= words.Count; first += PagesAtOnce)
        {
            // 两遍各是一个外部程序，同时画。
            var start = first;
            var drawing = Task.Run(() => Draw(work, work.Source, start), work.Cancel);
            var without = Draw(work, blanked.Value, first);
            var with = drawing.GetAwaiter().GetResult();
            if (!with.Succeeded) return with.Refusal!;
            if (!without.Succeeded) return without.Refusal!;
            foreach (var (index, (shown, blank)) in with.Value.Zip(without.Value).Index())
            {
                // 旋转过的页，词已经转正，宽高可能还是转之前的：以画面为准。
                var page = words[first - 1 + index] is var said && (said.Width > said.Height) != (shown.Width > shown.Height) && said.Width != said.Height ? said with { Width = said.Height, Height = said.Width } : said;
                var unseen = new UnseenWords(shown, blank, page, invisible);
                hidden.AddRange(unseen.Find().Select(one => new PageHidden(page.Number, one, [.. page.Words.SelectMany(unseen.Seen)])));
            }
        }

        return hidden;
    }

    private static Outcome<List<PixelPage>> Draw(PdfWorkspace work, string path, int first)
    {
        var run = work.Run(ExternalPrograms.PdfToPixels, "-gray", "-r", $"{Resolution}", "-f", $"{first}", "-l", $"{first + PagesAtOnce - 1}", path);
        return run.Succeeded ? PixelPage.ParseAll(run.Value) : run.Refusal!;
    }

    /// <summary>去掉全部文字的一份；字在页面里，也在表单 XObject 与注释的样子里。</summary>
    private static Outcome<string> WithoutText(PdfWorkspace work, PdfObjects objects, out bool invisible)
    {
        invisible = false;
        var ids = objects.Pages().SelectMany(page => objects.Items(page.Dictionary.TryGetProperty("/Contents", out var contents) ? contents : default).Select(PdfObjects.IdOf)).OfType<string>()
            .Concat(objects.All.Where(one => objects.IsStream(one.Key) && objects.Text(objects.Get(one.Value, "/Subtype")) == "/Form").Select(one => one.Key))
            .ToHashSet(StringComparer.Ordinal);
        var streams = PdfObjects.Streams(work, work.Source, ids);
        if (!streams.Succeeded) return streams.Refusal!;
        if (streams.Value.Count < ids.Count(objects.IsStream)) return new Refusal(Say("PDF 的内容流展不开，看不出有没有被盖住的字", "the content of the PDF cannot be unpacked, so covered text cannot be told"));
        var patch = new PdfPatch();
        foreach (var (id, content) in streams.Value)
        {
            var dictionary = objects.Find(id);
            patch.Stream(id, PdfPatch.Without(dictionary, "/Filter", "/DecodeParms", "/Length"), PdfContent.WithoutText(content, out var here));
            invisible |= here;
        }

        return patch.Apply(work, work.Source, "blank.pdf");
    }
}

using Gongkai.Documents.Layout;

namespace Gongkai.Documents.Ofd;

/// <summary>正在读的一份 OFD：已读的页与途中略过的东西。</summary>
internal sealed class OfdReading(OfdPackage package, ReadLimits limits)
{
    // OFD 以毫米计；换成磅，各种页面就同一单位。
    private const double PointsPerMillimetre = 72 / 25.4;

    private readonly List<int> _missing = [];
    private bool _annotations;
    private int _hidden;
    private int _words;

    public List<PlacedPage> Pages { get; } = [];

    public void Add(OfdDocument document, CancellationToken cancel)
    {
        _annotations |= document.HasAnnotations;
        var templates = new Dictionary<string, IReadOnlyList<PlacedWord>>(StringComparer.Ordinal);
        foreach (var path in document.Pages)
        {
            cancel.ThrowIfCancellationRequested();
            var number = Pages.Count + 1;
            var page = Read(path);
            if (page is null) _missing.Add(number);
            // 模板里的字在底下，先于页上的字。
            var words = (page?.Templates ?? []).SelectMany(TemplateWords).Concat(page?.Words ?? []).ToList();
            var area = page?.Area ?? document.Area;
            Count(words.Count);
            var placed = new PlacedPage(
                number, area[2] * PointsPerMillimetre, area[3] * PointsPerMillimetre,
                words.ConvertAll(word => InPoints(word, area)), new Place(Page: number));
            var upright = UprightPage.Of(placed);
            Pages.Add(upright with { Words = OfdPage.Joined(number, upright.Words) });
        }

        IReadOnlyList<PlacedWord> TemplateWords(string id)
        {
            if (!templates.TryGetValue(id, out var words))
                templates[id] = words = document.Templates.TryGetValue(id, out var path) ? Read(path)?.Words ?? [] : [];
            return words;
        }
    }

    public IEnumerable<SourceRemark> Remarks(int documents, bool signed, TextLayer layer)
    {
        if (documents > 1) yield return new SourceRemark("several-documents", Say($"OFD 里有 {documents} 个文档，已依次读入", $"the OFD holds {documents} documents, read one after the other"));
        if (_missing.Count > 0)
            yield return new SourceRemark("damaged", Say($"第{string.Join('、', _missing)}页的内容缺失，按空白页读入",
                $"the content of page {string.Join(", ", _missing)} is missing; it was read as blank"));
        if (layer.IsSuspicious) yield return layer.Remark;
        if (_hidden > 0) yield return new SourceRemark("hidden-text", Say($"已忽略 {_hidden} 处不显示的文字", $"{_hidden} places of text that is not shown were left out"));
        if (_annotations) yield return new SourceRemark("annotations", Say("已忽略批注", "annotations were left out"));
        if (signed) yield return new SourceRemark("signature", Say("有电子签名或签章，没有验证，章上的字没有读入",
            "there is an electronic signature or seal; it was not verified, and the text in it was not read"));
        var blank = Pages.Where(page => page.Words.Count == 0).Select(page => page.Number).Except(_missing).ToList();
        if (blank.Count > 0) yield return TextLayer.BlankPages(blank);
    }

    private OfdPage? Read(string path)
    {
        var page = OfdPage.Read(package, path, limits.Blocks);
        _hidden += page?.Hidden ?? 0;
        return page;
    }

    private void Count(int words)
    {
        _words += words;
        if (_words > limits.Blocks) throw new InvalidDataException("文字对象过多。");
    }

    private static PlacedWord InPoints(PlacedWord word, double[] area) => new(
        word.Text,
        (word.Left - area[0]) * PointsPerMillimetre, (word.Top - area[1]) * PointsPerMillimetre,
        (word.Right - area[0]) * PointsPerMillimetre, (word.Bottom - area[1]) * PointsPerMillimetre);
}

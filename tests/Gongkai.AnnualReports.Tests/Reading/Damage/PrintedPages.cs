using Gongkai.Documents;

namespace Gongkai.AnnualReports.Tests.Reading.Damage;

/// <summary>把报告排到有坐标的页上，照官方格式：上级标签在左边两列、跨着它的各行居中，行标签折行居中，数按列居中，排满换页。</summary>
internal sealed class PrintedPages
{
    private const double Size = 10;
    private const double Leading = 13;
    private const double Gap = 5;
    private const double Bottom = 770;

    /// <summary>标签三列的左边与每行字数。</summary>
    private static readonly (double Left, int Characters)[] LabelColumns = [(50, 4), (95, 5), (152, 12)];

    private const double FirstValue = 300;
    private const double ValueStep = 40;

    private readonly List<PlacedPage> _pages = [];
    private readonly Dictionary<(int Level, string Text), (double Top, double Bottom)> _groups = [];
    private List<PlacedWord> _words = [];
    private double _top = 60;

    public static IReadOnlyList<Block> Of(PrintedReport report)
    {
        var pages = new PrintedPages();
        foreach (var text in new[] { report.Title, "一、总体情况", "本年度工作平稳。" }) pages.Line(text);
        foreach (var table in report.Tables)
        {
            pages.Line(table.Heading);
            foreach (var sentence in table.Prose) pages.Line(sentence);
            foreach (var block in table.Blocks) pages.Block(block);
        }

        foreach (var text in new[] { "五、存在的主要问题及改进情况", "解读偏少。", "六、其他需要报告的事项", "无。" }) pages.Line(text);
        pages.Turn();
        return pages._pages;
    }

    private void Line(string text)
    {
        DrawGroups();
        foreach (var part in text.Chunk(40))
        {
            if (_top > Bottom) Turn();
            Word(new string(part), 78, _top);
            _top += Leading;
        }

        _top += Gap;
    }

    private void Block(PrintedBlock block)
    {
        foreach (var header in block.Header) Header(header);
        foreach (var row in block.Rows) Row(row);
        DrawGroups();
    }

    /// <summary>表头的格子排在它所管的列上面，窄的一字一行地折。</summary>
    private void Header(string[] cells)
    {
        var first = cells.Length is 1 or 5 ? 1 : 0;
        var lines = cells.Select((cell, index) => (Parts: cell.Chunk(index == 0 && first == 0 ? 12 : 4).Select(part => new string(part)).ToArray(), Column: index + first)).ToArray();
        var height = lines.Max(line => line.Parts.Length) * Leading;
        if (_top + height > Bottom) Turn();
        foreach (var (parts, column) in lines)
            Column(parts, column == 0 ? LabelColumns[0].Left : FirstValue + ((column - 1) * ValueStep) - 18, height);
        _top += height + Gap;
    }

    private void Row(PrintedRow row)
    {
        var (left, characters) = row.Path.Count == 0 ? (LabelColumns[0].Left, 20) : row.Path.Count == 1 ? (LabelColumns[1].Left, 17) : LabelColumns[2];
        string[] label = [.. row.Label.Chunk(characters).Select(part => new string(part))];
        var below = row.At == ValuesAt.Below && label.Length > 0;
        var height = Math.Max(label.Length, 1) * Leading;
        if (_top + height + (below ? Leading : 0) > Bottom) Turn();
        Column(label, left, height);
        for (var level = 0; level < row.Path.Count; level++)
        {
            var key = (level, row.Path[level]);
            _groups[key] = (_groups.TryGetValue(key, out var span) ? span.Top : _top, _top + height);
        }

        if (below) _top += height;
        Values(row.Values, row.Centres, below ? Leading : height);
        _top += (below ? Leading : height) + Gap;
        if (row.Fallen is not { } fallen) return;
        Values([fallen], [row.Values.Count], Leading);
        _top += Leading + Gap;
    }

    private void Values(List<string> values, List<double> centres, double height)
    {
        var (first, step) = centres.Count > 0 && centres[^1] > 8 ? (70.0, 32.0) : centres.Count < 6 ? (FirstValue, ValueStep * 2) : (FirstValue, ValueStep);
        for (var index = 0; index < values.Count; index++)
        {
            if (values[index].Length == 0) continue;
            var width = values[index].Sum(character => character > 0x2E80 ? Size : Size * 0.5);
            Word(values[index], first + (centres[index] * step) - (width / 2), _top + ((height - Leading) / 2), width);
        }
    }

    private void Column(string[] lines, double left, double height)
    {
        var top = _top + ((height - (lines.Length * Leading)) / 2);
        foreach (var line in lines)
        {
            Word(line, left, top);
            top += Leading;
        }
    }

    /// <summary>上级标签在它这一页上的各行之间居中。</summary>
    private void DrawGroups()
    {
        foreach (var ((level, text), (top, bottom)) in _groups)
        {
            var (left, characters) = LabelColumns[level];
            string[] lines = [.. text.Chunk(characters).Select(part => new string(part))];
            var at = ((top + bottom) / 2) - (lines.Length * Leading / 2);
            foreach (var line in lines)
            {
                Word(line, left, at);
                at += Leading;
            }
        }

        _groups.Clear();
    }

    private void Word(string text, double left, double top, double? width = null) =>
        _words.Add(new PlacedWord(text, left, top, left + (width ?? (text.Length * Size)), top + Size));

    private void Turn()
    {
        DrawGroups();
        var number = _pages.Count + 1;
        _pages.Add(new PlacedPage(number, 595, 842, _words, new Place(Page: number)));
        _words = [];
        _top = 60;
    }
}

using System.Globalization;
using System.IO.Compression;
using System.Security;
using System.Text;

namespace Gongkai.Testing.Builders;

/// <summary>写 OFD 样本：自编的文字放在给定的位置（毫米，左上角），读出来应当就在那里。</summary>
public sealed class OfdSample
{
    public const double Size = 4;

    private readonly List<(string Name, string Xml)> _parts = [];
    private readonly List<string> _pages = [];
    private readonly StringBuilder _objects = new();
    private string _pageHead = "";

    /// <summary>Document.xml 里 CommonData 与根元素末尾另加的内容。</summary>
    public string CommonData { get; init; } = "";

    public string DocumentTail { get; init; } = "";

    public string OfdTail { get; init; } = "";

    public int Documents { get; init; } = 1;

    /// <summary>在当前页写一个文字对象：字等宽，汉字一个字号，西文 0.55。</summary>
    public OfdSample Text(double left, double top, string text, string attributes = "") =>
        Raw($"""<ofd:TextObject ID="1" Boundary="{F(left)} {F(top)} 100 10" Font="3" Size="{F(Size)}" {attributes}><ofd:TextCode X="0" Y="{F(Size * 0.88)}" DeltaX="{Deltas(text)}">{text}</ofd:TextCode></ofd:TextObject>""");

    /// <summary>在当前页写一个文字对象：给定字号与总宽，各字均匀分布。</summary>
    public OfdSample Text(double left, double top, string text, double size, double width) =>
        Raw($"""<ofd:TextObject ID="1" Boundary="{F(left)} {F(top)} {F(width)} {F(size * 1.2)}" Font="3" Size="{F(size)}"><ofd:TextCode X="0" Y="{F(size * 0.88)}" DeltaX="{Spread(text, width)}">{SecurityElement.Escape(text)}</ofd:TextCode></ofd:TextObject>""");

    public OfdSample Raw(string xml)
    {
        _objects.Append(xml);
        return this;
    }

    /// <summary>页首另加的内容：模板的引用、页自己的大小。</summary>
    public OfdSample Head(string xml)
    {
        _pageHead = xml;
        return this;
    }

    public OfdSample EndPage()
    {
        _pages.Add(Page(_pageHead, _objects.ToString()));
        _objects.Clear();
        _pageHead = "";
        return this;
    }

    public OfdSample Part(string name, string xml)
    {
        _parts.Add((name, xml));
        return this;
    }

    public static string Page(string head, string objects) =>
        $"""<?xml version="1.0" encoding="UTF-8"?><ofd:Page xmlns:ofd="http://www.ofdspec.org/2016">{head}<ofd:Content><ofd:Layer ID="9" Type="Body"><ofd:PageBlock ID="8">{objects}</ofd:PageBlock></ofd:Layer></ofd:Content></ofd:Page>""";

    public byte[] ToBytes()
    {
        if (_objects.Length > 0 || _pages.Count == 0) EndPage();
        using var file = new MemoryStream();
        using (var zip = new ZipArchive(file, ZipArchiveMode.Create, leaveOpen: true))
        {
            var bodies = Enumerable.Range(0, Documents)
                .Select(i => $"<ofd:DocBody><ofd:DocInfo/><ofd:DocRoot>Doc_{i}/Document.xml</ofd:DocRoot>{OfdTail}</ofd:DocBody>");
            Add(zip, "OFD.xml", $"""<ofd:OFD xmlns:ofd="http://www.ofdspec.org/2016" Version="1.0" DocType="OFD">{string.Concat(bodies)}</ofd:OFD>""");
            for (var document = 0; document < Documents; document++) AddDocument(zip, document);
            foreach (var (name, xml) in _parts) Add(zip, name, xml);
        }

        return file.ToArray();
    }

    private void AddDocument(ZipArchive zip, int document)
    {
        var pages = _pages.Select((_, i) => $"""<ofd:Page ID="{i + 10}" BaseLoc="Pages/Page_{i}/Content.xml"/>""");
        Add(zip, $"Doc_{document}/Document.xml",
            $"""<ofd:Document xmlns:ofd="http://www.ofdspec.org/2016"><ofd:CommonData><ofd:PageArea><ofd:PhysicalBox>0 0 210 297</ofd:PhysicalBox></ofd:PageArea>{CommonData}</ofd:CommonData><ofd:Pages>{string.Concat(pages)}</ofd:Pages>{DocumentTail}</ofd:Document>""");
        for (var i = 0; i < _pages.Count; i++) Add(zip, $"Doc_{document}/Pages/Page_{i}/Content.xml", _pages[i]);
    }

    private static void Add(ZipArchive zip, string name, string text)
    {
        var entry = zip.CreateEntry(name);
        entry.LastWriteTime = new DateTimeOffset(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);
        using var stream = entry.Open();
        stream.Write(Encoding.UTF8.GetBytes(text));
    }

    private static string Deltas(string text) =>
        string.Join(' ', text[..^1].Select(character => F(character < '\u2E80' ? Size * 0.55 : Size)));

    /// <summary>各字占的宽度与它平常的宽度成比例。</summary>
    private static string Spread(string text, double width)
    {
        var shares = text.Select(character => character < '\u2E80' ? 0.55 : 1).ToArray();
        return string.Join(' ', shares[..^1].Select(share => F(width * share / shares.Sum())));
    }

    private static string F(double value) => value.ToString("0.####", CultureInfo.InvariantCulture);
}

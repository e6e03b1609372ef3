using System.Globalization;
using System.Text;

namespace Gongkai.Testing.Builders;

/// <summary>逐个对象写的 PDF：第 1 个是目录，第 2 个是页树，第 3 个是 Helvetica；页面与别的对象照给的写。可以再接一次增量保存。</summary>
public sealed class RawPdf
{
    private readonly List<byte[]> _objects = [[], [], Latin("<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>")];
    private readonly List<int> _pages = [];

    /// <summary>目录里另加的内容。</summary>
    public string Catalog { get; set; } = "";

    /// <summary>trailer 里另加的内容。</summary>
    public string Trailer { get; set; } = "";

    /// <summary>对象的个数。</summary>
    public int Count => _objects.Count;

    /// <summary>最后一页的内容流的号码。</summary>
    public int LastStream { get; private set; }

    /// <summary>加一个对象，返回它的号码。</summary>
    public int Add(string body) => Add(Latin(body));

    public int Add(byte[] body)
    {
        _objects.Add(body);
        return _objects.Count;
    }

    public int Stream(string dictionary, byte[] content) =>
        Add([.. Latin($"<< {dictionary} /Length {content.Length} >>\nstream\n"), .. content, .. Latin("\nendstream")]);

    public int Stream(string dictionary, string content) => Stream(dictionary, Latin(content));

    /// <summary>加一页：内容流，资源里另加的，页里另加的。</summary>
    public RawPdf Page(string content, string resources = "", string page = "")
    {
        var stream = LastStream = Stream("", content);
        _pages.Add(Add($"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents {stream} 0 R /Resources << /Font << /F1 3 0 R >> {resources} >> {page} >>"));
        return this;
    }

    /// <summary>一行字，从左下角算起。</summary>
    public static string Text(double x, double y, string text, string state = "") =>
        string.Create(CultureInfo.InvariantCulture, $"q BT /F1 12 Tf {state} {x} {y} Td ({text.Replace("(", "\\(", StringComparison.Ordinal).Replace(")", "\\)", StringComparison.Ordinal)}) Tj ET Q\n");

    public byte[] ToBytes()
    {
        _objects[0] = Latin($"<< /Type /Catalog /Pages 2 0 R {Catalog} >>");
        _objects[1] = Latin($"<< /Type /Pages /Count {_pages.Count} /Kids [{string.Join(' ', _pages.Select(page => $"{page} 0 R"))}] >>");
        using var file = new MemoryStream();
        file.Write(Latin("%PDF-1.7\n"));
        var offsets = new List<long>();
        foreach (var (index, body) in _objects.Index())
        {
            offsets.Add(file.Position);
            file.Write([.. Latin($"{index + 1} 0 obj\n"), .. body, .. Latin("\nendobj\n")]);
        }

        var table = file.Position;
        file.Write(Latin($"xref\n0 {_objects.Count + 1}\n0000000000 65535 f \n{string.Concat(offsets.Select(offset => $"{offset:D10} 00000 n \n"))}"));
        file.Write(Latin($"trailer\n<< /Size {_objects.Count + 1} /Root 1 0 R {Trailer} >>\nstartxref\n{table}\n%%EOF\n"));
        return file.ToArray();
    }

    /// <summary>在一份 PDF 后面接一次增量保存，换掉一个流。</summary>
    public static byte[] Updated(byte[] original, int stream, string content, int size)
    {
        using var file = new MemoryStream();
        file.Write(original);
        var previous = Encoding.Latin1.GetString(original).Split("startxref\n")[^1].Split('\n')[0];
        var trailer = Encoding.Latin1.GetString(original).Split("trailer\n")[^1];
        var kept = trailer.Contains("/Info", StringComparison.Ordinal) ? trailer[trailer.IndexOf("/Info", StringComparison.Ordinal)..trailer.IndexOf(" >>", StringComparison.Ordinal)] : "";
        var at = file.Position;
        file.Write(Latin($"{stream} 0 obj\n<< /Length {content.Length} >>\nstream\n{content}\nendstream\nendobj\n"));
        var table = file.Position;
        file.Write(Latin($"xref\n{stream} 1\n{at:D10} 00000 n \ntrailer\n<< /Size {size + 1} /Root 1 0 R {kept} /Prev {previous} >>\nstartxref\n{table}\n%%EOF\n"));
        return file.ToArray();
    }

    private static byte[] Latin(string text) => Encoding.Latin1.GetBytes(text);
}

using System.Text;

namespace Gongkai.Testing.Builders;

/// <summary>手写的最小 PDF：Helvetica 文字或一张灰度图，不依赖任何库，所以每个字节都知道从哪里来。</summary>
public sealed class TinyPdf
{
    private readonly List<string> _contents = [];
    private readonly int _rotate;
    private byte[]? _image;
    private int _imageWidth;
    private bool _encrypted;

    private TinyPdf(int rotate) => _rotate = rotate;

    public static TinyPdf Empty(int rotate = 0) => new(rotate);

    /// <summary>每页一串文字，自上而下逐行。</summary>
    public static byte[] Of(params string[] pages) => Of(0, pages);

    public static byte[] Of(int rotate, params string[] pages)
    {
        var pdf = new TinyPdf(rotate);
        foreach (var page in pages)
        {
            var content = new StringBuilder("BT /F1 12 Tf 72 720 Td 16 TL\n");
            foreach (var line in page.Split('\n')) content.Append($"({line.Replace("(", "\\(").Replace(")", "\\)")}) Tj T*\n");
            pdf._contents.Add(content.Append("ET").ToString());
        }

        return pdf.ToBytes();
    }

    /// <summary>一页，内容流自己写。</summary>
    public static byte[] Drawn(string content)
    {
        var pdf = new TinyPdf(0);
        pdf._contents.Add(content);
        return pdf.ToBytes();
    }

    /// <summary>一页，只有一张铺满的灰度图：扫描件。</summary>
    public static byte[] Scan(byte[] gray, int width)
    {
        var pdf = new TinyPdf(0) { _image = gray, _imageWidth = width };
        pdf._contents.Add("q 612 0 0 792 0 0 cm /I1 Do Q");
        return pdf.ToBytes();
    }

    /// <summary>声明要口令，而口令的校验值是任意的：空口令打不开。</summary>
    public static byte[] Encrypted()
    {
        var pdf = new TinyPdf(0) { _encrypted = true };
        pdf._contents.Add("BT /F1 12 Tf 72 720 Td (secret) Tj ET");
        return pdf.ToBytes();
    }

    private byte[] ToBytes()
    {
        using var file = new MemoryStream();
        var offsets = new List<long>();
        var pages = string.Join(' ', Enumerable.Range(0, _contents.Count).Select(i => $"{5 + 2 * i} 0 R"));
        Write(file, "%PDF-1.4\n");
        Add("<< /Type /Catalog /Pages 2 0 R >>");
        Add($"<< /Type /Pages /Count {_contents.Count} /Kids [{pages}] >>");
        Add("<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>");
        AddImage();
        for (var i = 0; i < _contents.Count; i++)
        {
            Add($"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Rotate {_rotate} /Contents {6 + 2 * i} 0 R "
                + "/Resources << /Font << /F1 3 0 R >> /XObject << /I1 4 0 R >> >> >>");
            Add($"<< /Length {Encoding.Latin1.GetByteCount(_contents[i])} >>\nstream\n{_contents[i]}\nendstream");
        }

        var table = file.Position;
        Write(file, $"xref\n0 {offsets.Count + 1}\n0000000000 65535 f \n");
        foreach (var offset in offsets) Write(file, $"{offset:D10} 00000 n \n");
        Write(file, $"trailer\n<< /Size {offsets.Count + 1} /Root 1 0 R {Encryption()}>>\nstartxref\n{table}\n%%EOF\n");
        return file.ToArray();

        void Add(string body)
        {
            offsets.Add(file.Position);
            Write(file, $"{offsets.Count} 0 obj\n{body}\nendobj\n");
        }

        void AddImage()
        {
            if (_image is null)
            {
                Add("null");
                return;
            }

            offsets.Add(file.Position);
            Write(file, $"4 0 obj\n<< /Type /XObject /Subtype /Image /Width {_imageWidth} /Height {_image.Length / _imageWidth} "
                + $"/ColorSpace /DeviceGray /BitsPerComponent 8 /Length {_image.Length} >>\nstream\n");
            file.Write(_image);
            Write(file, "\nendstream\nendobj\n");
        }
    }

    private string Encryption()
    {
        if (!_encrypted) return "";
        var check = string.Concat(Enumerable.Repeat("5A", 32));
        return $"/ID [<00112233> <00112233>] /Encrypt << /Filter /Standard /V 1 /R 2 /P -4 /O <{check}> /U <{check}> >> ";
    }

    private static void Write(Stream file, string text) => file.Write(Encoding.Latin1.GetBytes(text));
}

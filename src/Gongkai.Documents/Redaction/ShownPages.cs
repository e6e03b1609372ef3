using System.Buffers.Binary;
using System.Globalization;
using Gongkai.Documents.Images;
using Gongkai.Documents.Pdf;
using Gongkai.Documents.Programs;
using Gongkai.Law;

namespace Gongkai.Documents.Redaction;

/// <summary>照看到的样子打开一个 PDF 或者一幅图：每页只有裁剪框以内，转正了；画成像素，取各页的词。</summary>
internal sealed class ShownPages : IDisposable
{
    private const double PointsPerInch = 72;

    /// <summary>再大的页，长边也只画这么多像素。</summary>
    private const double LongestSide = 5000;

    private readonly PdfWorkspace _work;
    private readonly string _path;
    private readonly List<(double Width, double Height)> _sizes;

    private ShownPages(PdfWorkspace work, string path, List<(double Width, double Height)> sizes) => (_work, _path, _sizes) = (work, path, sizes);

    public int Count => _sizes.Count;

    public PdfWorkspace Work => _work;

    public static Outcome<ShownPages> Open(ReadOnlyMemory<byte> content, FileKind kind, ReadLimits limits, CancellationToken cancel)
    {
        var pdf = kind.Code switch { "png" => Png(content), "jpg" => Jpeg(content), _ => content };
        if (!pdf.Succeeded) return pdf.Refusal!;
        var work = new PdfWorkspace(pdf.Value, limits, cancel);
        var opened = Open(work);
        if (!opened.Succeeded) work.Dispose();
        return opened;
    }

    /// <summary>各页的大小与词，坐标从看到的页的左上角算起。</summary>
    public Outcome<List<PlacedPage>> Words()
    {
        var read = PdfWords.Read(_work, _path);
        if (!read.Succeeded) return read.Refusal!;
        return read.Value.Count != _sizes.Count ? Unreadable.Damaged("PDF") : read.Value.ConvertAll(page => page with { Width = _sizes[page.Number - 1].Width, Height = _sizes[page.Number - 1].Height });
    }

    /// <summary>每英寸画多少点；图片是一像素一点。</summary>
    public double ResolutionOf(int page, double wanted) => Math.Min(wanted, LongestSide * PointsPerInch / Math.Max(_sizes[page - 1].Width, _sizes[page - 1].Height));

    /// <summary>把一页画成像素。</summary>
    public Outcome<ColourPage> Draw(int page, double resolution)
    {
        var drawn = Print(_path, page, resolution, []);
        if (!drawn.Succeeded) return drawn.Refusal!;
        return ColourPage.Parse(drawn.Value) is { } pixels ? pixels : Unreadable.Damaged("PDF");
    }

    /// <summary>把一页存成图片文件。</summary>
    /// <param name="format">给 pdftoppm 的格式，例如 <c>-png</c>。</param>
    public Outcome<byte[]> Print(int page, double resolution, params string[] format) => Print(_path, page, resolution, format);

    /// <summary>像素存成图片文件：重新压缩，不带别的。</summary>
    public Outcome<byte[]> Encode(ColourPage pixels, params string[] format) => Print(_work.Write("painted.pdf", pixels.ToPdf()), 1, PointsPerInch, format);

    public void Dispose() => _work.Dispose();

    private Outcome<byte[]> Print(string path, int page, double resolution, string[] format)
    {
        _work.Cancel.ThrowIfCancellationRequested();
        return _work.Run(ExternalPrograms.PdfToPixels, [.. format, "-r", resolution.ToString("0.####", CultureInfo.InvariantCulture), "-f", $"{page}", "-l", $"{page}", path]);
    }

    // 各页的媒体框就是裁剪框：两个程序说的坐标才一致，裁掉的也不会再露出来。
    private static Outcome<ShownPages> Open(PdfWorkspace work)
    {
        var listed = PdfObjects.Read(work, work.Source);
        if (!listed.Succeeded) return listed.Refusal!;
        using var objects = listed.Value;
        var (patch, sizes) = (new PdfPatch(), new List<(double Width, double Height)>());
        foreach (var page in objects.Pages())
        {
            if (page.Id.Length == 0 || objects.Box(page, "/MediaBox") is not { } media) return Unreadable.Damaged("PDF");
            var crop = objects.Box(page, "/CropBox") ?? media;
            double[] box = [Math.Max(crop[0], media[0]), Math.Max(crop[1], media[1]), Math.Min(crop[2], media[2]), Math.Min(crop[3], media[3])];
            var (width, height, turned) = (box[2] - box[0], box[3] - box[1], Math.Abs(objects.Number(objects.Inherited(page, "/Rotate"))) % 180 == 90);
            if (width <= 1 || height <= 1) return Unreadable.Damaged("PDF");
            var shown = PdfPatch.Without(page.Dictionary, "/MediaBox", "/CropBox", "/UserUnit", "/ArtBox", "/TrimBox", "/BleedBox");
            (shown["/MediaBox"], shown["/CropBox"]) = (box, box);
            patch.Value(page.Id, shown);
            sizes.Add(turned ? (height, width) : (width, height));
        }

        if (sizes.Count == 0) return Unreadable.Damaged("PDF");
        if (sizes.Count > work.Limits.Pages) return new Refusal(Say($"PDF 超过 {work.Limits.Pages} 页", $"the PDF has more than {work.Limits.Pages} pages"));
        var path = patch.Apply(work, work.Source, "cropped.pdf");
        return path.Succeeded ? new ShownPages(work, path.Value, sizes) : path.Refusal!;
    }

    private static Outcome<ReadOnlyMemory<byte>> Png(ReadOnlyMemory<byte> content)
    {
        var pixels = PngPixels.Read(content);
        return pixels.Succeeded ? (ReadOnlyMemory<byte>)pixels.Value.ToPdf() : pixels.Refusal!;
    }

    private static Outcome<ReadOnlyMemory<byte>> Jpeg(ReadOnlyMemory<byte> content)
    {
        if (JpegSegments.Read(content.Span) is not var (segments, _)) return Unreadable.Damaged(Say("图片", "picture"));
        var orientation = 1;
        foreach (var segment in segments)
        {
            var body = segment.Body(content.Span);
            if (segment.Marker == 0xE1 && body.StartsWith(JpegSegments.ExifHead)) orientation = ExifTags.Read(body[6..]).Orientation;
            if (segment.Marker is not (>= 0xC0 and <= 0xC2) || body.Length < 6) continue;
            var (height, width, parts) = (BinaryPrimitives.ReadUInt16BigEndian(body[1..]), BinaryPrimitives.ReadUInt16BigEndian(body[3..]), body[5]);
            if (parts is not (1 or 3)) return new Refusal(Say("图片是印刷用的四色，请另存为普通的 JPEG 或 PNG", "the picture is in CMYK: save it as an ordinary JPEG or PNG"));
            if ((long)width * height is <= 0 or > PngPixels.MostPixels) return new Refusal(Say("图片太大，请缩小以后再传", "the picture is too large: make it smaller"));
            return (ReadOnlyMemory<byte>)OnePagePdf.Of(content.ToArray(), width, height, "/DCTDecode", parts == 1 ? "/DeviceGray" : "/DeviceRGB", orientation switch { 3 => 180, 6 => 90, 8 => 270, _ => 0 });
        }

        return Unreadable.Damaged(Say("图片", "picture"));
    }
}

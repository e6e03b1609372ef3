using System.Text;
using Gongkai.Testing.Builders;
using static Gongkai.Documents.Tests.Redaction.PoisonedPdf;

namespace Gongkai.Documents.Tests.Redaction;

/// <summary>页面以外、看得见的字以外，藏得住字的地方：书签、链接、替代文字、缩略图、程序的私有数据，没有对照表的字体。</summary>
internal static class HiddenInPdf
{
    /// <summary>各种藏法。</summary>
    public static readonly string[] Kinds =
    [
        "free text and popup", "outline", "link", "tagged", "layer shown", "thumbnail", "private data", "nested form", "split glyphs", "object streams", "white text", "clipped text", "type 3 font", "Chinese encoding", "page labels", "attachment as annotation",
        "signature", "XFA form", "free text turned 90", "two bytes an identity", "old revision with an attachment",
    ];

    private static readonly string Unicode = Convert.ToHexString(Encoding.BigEndianUnicode.GetBytes(Secret));

    public static byte[] Of(string kind) => kind switch
    {
        "free text and popup" => Noted(""),
        "free text turned 90" => Noted("/Rotate 90"),
        "outline" => Outlined(),
        "link" => new RawPdf().Page(Body, page: $"/Annots [<< /Type /Annot /Subtype /Link /Rect [72 595 272 615] /Border [0 0 0] /A << /S /URI /URI (https://example.cn/?name={Secret}&phone={Number}) >> >>]").ToBytes(),
        "tagged" => Tagged(),
        "layer shown" => Shown(),
        "thumbnail" => Thumbnail(),
        "private data" => new RawPdf().Page(Body, page: $"/PieceInfo << /Editor << /LastModified (D:20260101000000Z) /Private << /Text ({Secret} {Number}) >> >> >>").ToBytes(),
        "nested form" => Nested(),
        "split glyphs" => new RawPdf().Page(RawPdf.Text(72, 700, Public) + Split(72, 600, Secret) + Split(300, 600, Number)).ToBytes(),
        "object streams" => PageRedactionTests.RunBytes("qpdf", new RawPdf().Page(Body).ToBytes(), "--object-streams=generate", "--compress-streams=y", "--recompress-flate", "{in}", "-"),
        "white text" => new RawPdf().Page(Body + $"q 1 1 1 rg BT /F1 12 Tf 72 300 Td (again {Secret} {Number}) Tj ET Q\n").ToBytes(),
        "clipped text" => new RawPdf().Page(Body + $"q 0 0 1 1 re W n BT /F1 12 Tf 72 300 Td (again {Secret} {Number}) Tj ET Q\n").ToBytes(),
        "type 3 font" => TypeThree(),
        "Chinese encoding" => Chinese(),
        "page labels" => Labelled(),
        "attachment as annotation" => Pinned(),
        "signature" => Signed(),
        "XFA form" => Dynamic(),
        "two bytes an identity" => TwoBytes(),
        _ => Revised(),
    };

    public static string Split(double x, double y, string text) => $"BT /F1 12 Tf {x} {y} Td [{string.Join(" -40 ", text.Select(letter => $"({letter})"))}] TJ ET\n";

    // 看得见的批注，外观流里也有一份，弹出的窗口里又有一份：批注净化时去掉，不进放出的。
    private static byte[] Noted(string page)
    {
        var pdf = new RawPdf();
        var look = pdf.Stream("/Type /XObject /Subtype /Form /BBox [0 0 300 20] /Resources << /Font << /F1 3 0 R >> >>", $"BT /F1 12 Tf 2 5 Td ({Secret}) Tj 150 0 Td ({Number}) Tj ET");
        var note = pdf.Add($"<< /Type /Annot /Subtype /FreeText /Rect [72 595 372 615] /Contents ({Secret} {Number}) /RC (<p>{Secret}</p>) /T ({Secret}) /DA (/F1 12 Tf) /AP << /N {look} 0 R >> /F 4 >>");
        var popup = pdf.Add($"<< /Type /Annot /Subtype /Popup /Rect [0 0 9 9] /Parent {note} 0 R /Contents ({Secret}) >>");
        return pdf.Page(Body, page: $"/Annots [{note} 0 R {popup} 0 R] {page}").ToBytes();
    }

    private static byte[] Outlined()
    {
        var pdf = new RawPdf();
        var entry = pdf.Count + 1;
        pdf.Add($"<< /Title <FEFF{Unicode}> /Parent {entry + 1} 0 R /A << /S /JavaScript /JS ({Number}) >> >>");
        pdf.Add($"<< /Type /Outlines /First {entry} 0 R /Last {entry} 0 R /Count 1 >>");
        pdf.Catalog = $"/Outlines {entry + 1} 0 R /PageMode /UseOutlines /Dests << /{Secret} [4 0 R /Fit] >>";
        return pdf.Page(Body).ToBytes();
    }

    // 带标签的：朗读用的替代文字、实际文字。
    private static byte[] Tagged()
    {
        var pdf = new RawPdf();
        var root = pdf.Add($"<< /Type /StructTreeRoot /K << /S /P /Alt ({Secret}) /ActualText <FEFF{Unicode}> /T ({Number}) >> >>");
        pdf.Catalog = $"/StructTreeRoot {root} 0 R /MarkInfo << /Marked true >> /Lang ({Secret})";
        return pdf.Page(Body + $"/Span << /ActualText ({Secret}) >> BDC {RawPdf.Text(72, 400, "shown")} EMC /P << /MCID 0 /Alt ({Number}) >> BDC EMC").ToBytes();
    }

    private static byte[] Shown()
    {
        var pdf = new RawPdf();
        var layer = pdf.Add($"<< /Type /OCG /Name ({Secret}) >>");
        pdf.Catalog = $"/OCProperties << /OCGs [{layer} 0 R] /D << /ON [{layer} 0 R] /Order [({Number}) {layer} 0 R] >> >>";
        return pdf.Page(Body + "/OC /L1 BDC " + RawPdf.Text(72, 400, $"draft {Secret}") + "EMC", $"/Properties << /L1 {layer} 0 R >>").ToBytes();
    }

    // 缩略图的像素里写着，元数据里也写着。
    private static byte[] Thumbnail()
    {
        var pdf = new RawPdf();
        var metadata = pdf.Stream("/Type /Metadata /Subtype /XML", $"<x>{Secret} {Number}</x>");
        var picture = pdf.Stream($"/Subtype /Image /Width {Secret.Length} /Height 1 /ColorSpace /DeviceGray /BitsPerComponent 8 /Metadata {metadata} 0 R", Secret);
        return pdf.Page(Body, page: $"/Thumb {picture} 0 R /Metadata {metadata} 0 R").ToBytes();
    }

    private static byte[] Nested()
    {
        var pdf = new RawPdf();
        var inner = pdf.Stream($"/Type /XObject /Subtype /Form /BBox [0 0 600 792] /Resources << /Font << /F1 3 0 R >> >> /PieceInfo << /X << /Private ({Secret}) >> >>", Body);
        var outer = pdf.Stream($"/Type /XObject /Subtype /Form /BBox [0 0 600 792] /Resources << /XObject << /X1 {inner} 0 R >> >>", "/X1 Do");
        return pdf.Page("/X2 Do", $"/XObject << /X2 {outer} 0 R >>").ToBytes();
    }

    // 自己画字的字体：读不出是什么字，名字里却写着。
    private static byte[] TypeThree()
    {
        var pdf = new RawPdf();
        var glyph = pdf.Stream("", "1000 0 0 0 750 750 d1 0 0 750 750 re f");
        var font = pdf.Add($"<< /Type /Font /Subtype /Type3 /Name /{Secret} /FontBBox [0 0 750 750] /FontMatrix [0.001 0 0 0.001 0 0] /FirstChar 65 /LastChar 66 /Widths [1000 1000] /CharProcs << /{Secret} {glyph} 0 R /b {glyph} 0 R >> /Encoding << /Type /Encoding /Differences [65 /{Secret} /b] >> /Resources << >> >>");
        return pdf.Page(Body + $"BT /F3 12 Tf 72 560 Td (AB) Tj ET\n", $"/ExtGState << >> /Properties << >> /Font << /F1 3 0 R /F3 {font} 0 R >>").ToBytes() is var bytes
            ? Encoding.Latin1.GetBytes(Encoding.Latin1.GetString(bytes).Replace("/Font << /F1 3 0 R >> /ExtGState", "/ExtGState", StringComparison.Ordinal)) : [];
    }

    // 汉字的编码是 GBK，字体不在文件里。
    private static byte[] Chinese()
    {
        var pdf = new RawPdf();
        var descendant = pdf.Add("<< /Type /Font /Subtype /CIDFontType0 /BaseFont /STSong-Light /CIDSystemInfo << /Registry (Adobe) /Ordering (GB1) /Supplement 4 >> >>");
        var font = pdf.Add($"<< /Type /Font /Subtype /Type0 /BaseFont /STSong-Light /Encoding /UniGB-UCS2-H /DescendantFonts [{descendant} 0 R] >>");
        return pdf.Page(Body + $"BT /F4 12 Tf 72 400 Td <{Unicode}> Tj ET\n", $"/Properties << >> /Font << /F1 3 0 R /F4 {font} 0 R >>").ToBytes() is var bytes
            ? Encoding.Latin1.GetBytes(Encoding.Latin1.GetString(bytes).Replace("/Font << /F1 3 0 R >> /Properties", "/Properties", StringComparison.Ordinal)) : [];
    }

    private static byte[] Labelled()
    {
        var pdf = new RawPdf { Catalog = $"/PageLabels << /Nums [0 << /P ({Secret}) >>] >> /ViewerPreferences << /X ({Number}) >> /Extensions << /{Secret} << /BaseVersion /1.7 >> >>" };
        return pdf.Page(Body).ToBytes();
    }

    private static byte[] Pinned()
    {
        var pdf = new RawPdf();
        var file = pdf.Add($"<< /Type /Filespec /F ({Secret}.txt) /UF <FEFF{Unicode}> /EF << /F {pdf.Stream("/Type /EmbeddedFile /Params << /Size 30 >>", $"{Secret} {Number}")} 0 R >> >>");
        return pdf.Page(Body, page: $"/Annots [<< /Type /Annot /Subtype /FileAttachment /Rect [9 9 29 29] /FS {file} 0 R /Contents ({Secret}) >>] /AF [{file} 0 R]").ToBytes();
    }

    private static byte[] Signed()
    {
        var pdf = new RawPdf();
        var signature = pdf.Add($"<< /Type /Sig /Filter /Adobe.PPKLite /SubFilter /adbe.pkcs7.detached /Name ({Secret}) /Reason ({Number}) /ByteRange [0 1 2 3] /Contents <{Convert.ToHexString(Encoding.ASCII.GetBytes(Secret))}> >>");
        var field = pdf.Add($"<< /Type /Annot /Subtype /Widget /FT /Sig /T ({Secret}) /V {signature} 0 R /Rect [0 0 0 0] /F 132 >>");
        pdf.Catalog = $"/AcroForm << /Fields [{field} 0 R] /SigFlags 3 >> /Perms << /DocMDP {signature} 0 R >>";
        return pdf.Page(Body, page: $"/Annots [{field} 0 R]").ToBytes();
    }

    private static byte[] Dynamic()
    {
        var pdf = new RawPdf();
        var template = pdf.Stream("", $"<xdp:xdp xmlns:xdp='http://ns.adobe.com/xdp/'><datasets><name>{Secret}</name><phone>{Number}</phone></datasets></xdp:xdp>");
        pdf.Catalog = $"/AcroForm << /Fields [] /XFA {template} 0 R >> /NeedsRendering false";
        return pdf.Page(Body).ToBytes();
    }

    // 两个字节一个字，没有对照表：选得到的是乱码，字节却正是要遮的字。
    private static byte[] TwoBytes()
    {
        var pdf = new RawPdf();
        var descendant = pdf.Add("<< /Type /Font /Subtype /CIDFontType2 /BaseFont /ABCDEF+Some /CIDToGIDMap /Identity /CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> >>");
        var font = pdf.Add($"<< /Type /Font /Subtype /Type0 /BaseFont /ABCDEF+Some /Encoding /Identity-H /DescendantFonts [{descendant} 0 R] >>");
        return pdf.Page(Body + $"BT /F5 12 Tf 72 560 Td <{Unicode}> Tj ET\n", $"/Properties << >> /Font << /F1 3 0 R /F5 {font} 0 R >>").ToBytes() is var bytes
            ? Encoding.Latin1.GetBytes(Encoding.Latin1.GetString(bytes).Replace("/Font << /F1 3 0 R >> /Properties", "/Properties", StringComparison.Ordinal)) : [];
    }

    // 旧版本的页上有字，旧版本还带着附件；新版本都不要了。
    private static byte[] Revised()
    {
        var pdf = new RawPdf();
        var file = pdf.Stream("/Type /EmbeddedFile", $"{Secret} {Number}");
        pdf.Catalog = $"/Names << /EmbeddedFiles << /Names [({Secret}) << /Type /Filespec /F ({Secret}) /EF << /F {file} 0 R >> >>] >> >>";
        pdf.Trailer = $"/Info {pdf.Add($"<< /Title ({Secret}) >>")} 0 R";
        var first = pdf.Page(RawPdf.Text(72, 500, $"old {Secret} {Number}")).ToBytes();
        return RawPdf.Updated(RawPdf.Updated(first, pdf.LastStream, RawPdf.Text(72, 500, $"older {Number} {Secret}"), pdf.Count), pdf.LastStream, Body, pdf.Count);
    }
}

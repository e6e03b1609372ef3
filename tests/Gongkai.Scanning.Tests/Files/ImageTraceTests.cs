using System.Text;
using Gongkai.Documents.Inspection;
using Gongkai.Documents;
using Gongkai.Testing;
using static Gongkai.Testing.Builders.TinyImages;

namespace Gongkai.Scanning.Tests.Files;

/// <summary>图片的标签：设备、时间、作者、位置；坏的标签不妨碍看别的。</summary>
public sealed class ImageTraceTests
{
    private static readonly (int, string)[] Camera = [(0x010F, "HUAWEI"), (0x013B, "张小明"), (0x0132, "2025:01:02 03:04:05")];

    [Fact]
    public void The_tags_of_a_photograph_tell_who_where_and_with_what()
    {
        var traces = Inspect(Jpeg((0xE1, Exif(Tiff(Camera, location: true)))));

        traces.Properties.Select(property => $"{property.Name}={property.Value}").ShouldBe(["Make=HUAWEI", "DateTime=2025:01:02 03:04:05", "Artist=张小明", "GPS=39.9056,116.3914"], ignoreOrder: true);
    }

    [Fact]
    public void A_file_behind_the_picture_is_found() =>
        Inspect([.. Jpeg(), .. Encoding.UTF8.GetBytes("手机13812345678，底稿见附件")]).Embedded.ShouldHaveSingleItem().Kind.ShouldBe("trailing");

    [Fact]
    public void Notes_in_a_PNG_are_properties()
    {
        var png = Png(new byte[64], 8, ("tEXt", Encoding.UTF8.GetBytes("Author\0张小明")), ("iTXt", Encoding.UTF8.GetBytes("Comment\0\0\0\0\0先别发")), ("eXIf", Tiff(Camera)));

        Inspect(png).Properties.Select(property => property.Name).ShouldBe(["Author", "Comment", "Make", "DateTime", "Artist"], ignoreOrder: true);
    }

    [Fact]
    public void Broken_tags_are_said_to_be_broken_and_never_stop_the_scan()
    {
        var tiff = Tiff(Camera, location: true);
        var random = new Random(20261130);
        for (var round = 0; round < 3_000; round++)
        {
            var broken = tiff.ToArray();
            for (var hit = 0; hit < 1 + (round % 6); hit++) broken[random.Next(broken.Length)] = (byte)random.Next(256);
            FileInspector.Inspect(Jpeg((0xE1, Exif(broken[..random.Next(4, broken.Length)]))), ReadLimits.Default, CancellationToken.None).Succeeded.ShouldBeTrue();
        }

        Inspect(Jpeg((0xE1, Exif(tiff[..40])))).Properties.ShouldContain(property => property.Name == "Broken");
    }

    [ToolFact("tesseract")]
    public void A_photograph_without_letters_is_no_failure_and_its_place_is_a_warning()
    {
        var findings = ScannedFiles.Scan(Png([.. Enumerable.Repeat((byte)255, 200 * 100)], 200, ("eXIf", Tiff(Camera, location: true))), "照片.png");

        findings.Of(ScanKind.Location).ShouldBe(["Warning 图片的标签"]);
        findings.ShouldContain(finding => finding.Kind == ScanKind.Metadata && finding.Excerpt == "作者：张**" && finding.Severity == ScanSeverity.Warning);
    }

    [Fact]
    public void A_photograph_inside_a_document_is_looked_at_too() =>
        new WordFile(WordFile.P("正文")).Part("word/media/image1.jpeg", Jpeg((0xE1, Exif(Tiff(Camera, location: true))))).Scan()
            .Select(finding => finding.Kind).Distinct().ShouldBe([ScanKind.Metadata, ScanKind.Location], ignoreOrder: true);

    [Fact]
    public void A_number_in_the_description_of_a_picture_is_searched() =>
        new WordFile(WordFile.P("正文")).Part("word/media/image1.jpeg", Jpeg((0xE1, Exif(Tiff([(0x010E, "证号11010519491231002X")]))))).Scan()
            .ShouldContain(finding => finding.Kind == ScanKind.ResidentId && finding.Severity == ScanSeverity.Error);

    private static FileTraces Inspect(byte[] content) => FileInspector.Inspect(content, ReadLimits.Default, CancellationToken.None).Value;
}

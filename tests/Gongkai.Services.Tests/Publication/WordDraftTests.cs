using System.IO.Compression;
using System.Text;
using Gongkai.Publication.Catalogue;
using Gongkai.Services.Publication.Importing;
using Gongkai.Testing;

namespace Gongkai.Services.Tests.Publication;

/// <summary>由 Word 文件拟稿：结构留下，拿得准的才填，没有读进来的说清楚。</summary>
public sealed class WordDraftTests
{
    [Fact]
    public void An_official_document_gives_its_title_number_date_genre_and_structure()
    {
        var draft = Read(
            P("云文广发〔2026〕8号", "center") + P("云泽市文化广播局", "center") + P("关于开放公共文化场馆的通知", "center") + P("各公共文化场馆：") + P("一、开放的场馆")
            + P("（一）市图书馆") + P("自三月二日起免费开放。") + Table + P("云泽市文化广播局", "right") + P("2026年3月2日", "right"));

        draft.Title.ShouldBe("云泽市文化广播局关于开放公共文化场馆的通知");
        draft.Number.ShouldBe(new DocumentNumber("云文广发", 2026, 8));
        draft.CreatedOn.ShouldBe(new DateOnly(2026, 3, 2));
        draft.Genre.ShouldBe(Genre.Circular);
        draft.Html.ShouldBe(
            "<p class=\"text-center\">云文广发〔2026〕8号</p><p>各公共文化场馆：</p><h2>一、开放的场馆</h2><h3>（一）市图书馆</h3><p>自三月二日起免费开放。</p>"
            + "<table><tbody><tr><td>场馆</td><td>时间</td></tr></tbody></table><p class=\"text-end\">云泽市文化广播局</p><p class=\"text-end\">2026年3月2日</p>");
    }

    [Fact]
    public void What_could_be_either_is_left_open_and_said()
    {
        var draft = Read(P("云文广发〔2026〕8号") + P("云文广发〔2026〕9号") + P("情况说明") + P("甲。") + P("2026年3月2日") + P("2026年3月3日"));

        (draft.Title, draft.Number, draft.CreatedOn).ShouldBe((null, null, null));
        draft.Notes.ShouldContain("名称、文号、生成日期拿不准，没有填。");
    }

    [Fact]
    public void Changes_comments_hidden_text_and_pictures_that_were_left_out_are_told()
    {
        var hazardous = WordDraft.Read(File.ReadAllBytes(Repository.PathOf("samples", "09-市民政局2025.docx")), "09.docx", CancellationToken.None).Value;
        var pictured = Read(P("正文。"), ("word/media/image1.png", "图"));

        hazardous.Notes.ShouldContain(note => note.Contains("修订", StringComparison.Ordinal));
        hazardous.Notes.ShouldContain(note => note.Contains("批注", StringComparison.Ordinal));
        pictured.Notes.ShouldContain(note => note.Contains("1 张图片，没有放进正文", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("samples", "10-市司法局2025.pdf", "这是PDF")]
    [InlineData("samples", "01-市交通运输局2023.txt", "这是纯文本")]
    public void Other_formats_are_refused_with_what_to_do(string folder, string name, string said) =>
        WordDraft.Read(File.ReadAllBytes(Repository.PathOf(folder, name)), name, CancellationToken.None).Refusal!.Reason.ShouldContain(said);

    private const string Table = "<w:tbl><w:tr><w:tc><w:p><w:r><w:t>场馆</w:t></w:r></w:p></w:tc><w:tc><w:p><w:r><w:t>时间</w:t></w:r></w:p></w:tc></w:tr></w:tbl>";

    private static string P(string text, string align = "both") => $"<w:p><w:pPr><w:jc w:val=\"{align}\"/></w:pPr><w:r><w:t>{text}</w:t></w:r></w:p>";

    private static WordDraft Read(string body, params (string Name, string Content)[] others)
    {
        using var bytes = new MemoryStream();
        using (var archive = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, content) in others.Prepend(("word/document.xml", $"<w:document xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"><w:body>{body}</w:body></w:document>")))
            {
                using var part = archive.CreateEntry(name).Open();
                part.Write(Encoding.UTF8.GetBytes(content));
            }
        }

        var read = WordDraft.Read(bytes.ToArray(), "通知.docx", CancellationToken.None);
        read.Refusal?.Reason.ShouldBeNull();
        return read.Value;
    }
}

using Gongkai.Documents;
using Gongkai.Documents.Office;
using Gongkai.Law.Calendar;
using Gongkai.Law.Fees;
using Gongkai.Requests.Claims;
using Gongkai.Requests.Letters;
using Gongkai.Requests.Outcomes;
using Gongkai.Requests.Process;
using Gongkai.Requests.Tests.Claims;
using Gongkai.Testing;

namespace Gongkai.Requests.Tests.Letters;

/// <summary>各种文书：一种一份金样，都排成公文打得开。</summary>
public sealed class LetterTests
{
    private static readonly RemedyBodies Bodies = new("云泽市人民政府", "云泽市云溪区人民法院");

    private static readonly DateOnly Day = new(2025, 2, 20);

    public static TheoryData<string> Ids => [.. LetterTemplates.All.Select(template => template.Id)];

    [Theory]
    [MemberData(nameof(Ids))]
    public void Each_letter_reads_as_agreed(string id)
    {
        var letter = Composed(id);

        Golden.Matches($"{letter.Agency}\n{letter.Title}\n{letter.Number}\n\n{letter.To}：\n{string.Concat(letter.Paragraphs.Select(text => $"    {text}\n"))}\n{letter.Agency}\n{letter.Date:yyyy-MM-dd}\n", $"{id}.txt");
    }

    [Fact]
    public void Every_outcome_has_its_letter_and_every_letter_its_occasion()
    {
        foreach (var entry in OutcomeTable.All) LetterTemplates.Find(entry.Outcome.ToString()).ShouldNotBeNull(entry.Caption);
        foreach (var template in LetterTemplates.All)
            (Enum.IsDefined(typeof(CaseOutcome), template.Id) ? Enum.TryParse<CaseOutcome>(template.For, out _) || Enum.TryParse<CaseAction>(template.For, out _) : Enum.TryParse<CaseAction>(template.For, out _)).ShouldBeTrue(template.Id);
        LetterTemplates.All.Select(template => template.Id).ShouldBeUnique();
    }

    [Fact]
    public void Every_refusal_and_every_ending_against_the_applicant_tells_the_remedy()
    {
        foreach (var entry in OutcomeTable.All.Where(entry => entry.Outcome != CaseOutcome.Withdrawn))
            LetterTemplates.Find(entry.Outcome.ToString())!.Fields.ShouldContain("救济", entry.Caption);
    }

    [Fact]
    public void A_letter_that_lacks_something_says_what()
    {
        var template = LetterTemplates.Find("CorrectionNotice")!;

        var outcome = Letter.Compose(template, Heading("甲"), new Dictionary<string, string> { ["收到日"] = "2025年1月24日", ["案号"] = " " });

        outcome.Refusal!.Reason.ShouldBe("政府信息公开申请补正告知书还缺：案号、事项、补正期限。");
    }

    [Fact]
    public void What_is_typed_into_a_field_is_no_template()
    {
        var letter = Letter.Compose(LetterTemplates.Find("Withdrawn")!, Heading("{救济}"), new Dictionary<string, string> { ["收到日"] = "{案号}", ["案号"] = "1", ["日期"] = "今天" }).Value;

        letter.Paragraphs[0].ShouldContain("{案号}");
    }

    [ToolFact("soffice", "pdftotext")]
    public void All_of_them_open_in_LibreOffice_and_their_pages_say_what_was_written()
    {
        List<Letter> letters = [.. LetterTemplates.All.Select(template => Composed(template.Id)), .. Enum.GetValues<ClaimResult>().Select(ClaimProcessTests.LetterOf)];
        var files = letters.Select(letter => (ReadOnlyMemory<byte>)letter.ToWord()).ToList();

        var printed = OfficeConverter.ToPdf(files, ReadLimits.Default, CancellationToken.None);

        printed.Count.ShouldBe(letters.Count);
        foreach (var (letter, (file, pdf)) in letters.Zip(files.Zip(printed)))
        {
            pdf.Succeeded.ShouldBeTrue($"{letter.Title}：{pdf.Refusal?.Reason}");
            Save(pdf.Value, $"{letter.Title}-{letters.IndexOf(letter)}.pdf");
            var (word, pages) = (Text(file, "letter.docx"), Text(pdf.Value, "letter.pdf"));
            foreach (var paragraph in letter.Paragraphs.Append(letter.Title).Append(letter.To).Append(letter.Number ?? "")) word.ShouldContain(Bare(paragraph));
            // 一段跨页的，中间夹着页码：看开头。
            foreach (var said in letter.Paragraphs.Select(Bare).Append(Bare(letter.Title)).Append($"{Bare(letter.To)}：").Append(Bare(letter.Number ?? "")).Append($"{letter.Date:yyyy年M月d日}"))
                pages.ShouldContain(said[..Math.Min(said.Length, 16)], customMessage: letter.Title);
        }

        static string Bare(string text) => string.Concat(text.Where(character => !char.IsWhiteSpace(character)));

        static string Text(ReadOnlyMemory<byte> file, string name) =>
            Bare(string.Concat(DocumentReader.Read(file, name, ReadLimits.Default, CancellationToken.None).Value.Blocks.Select(block => block is TextLine line ? line.Text : block is PlacedPage page ? string.Concat(page.Words.Select(word => word.Text)) : "")));

        // 给了文件夹的存下来，给改样子的人看。
        static void Save(byte[] pdf, string name)
        {
            if (Environment.GetEnvironmentVariable("GONGKAI_SCREENSHOTS") is { Length: > 0 } folder) File.WriteAllBytes(Path.Combine(Directory.CreateDirectory(folder).FullName, name), pdf);
        }
    }

    private static LetterHeading Heading(string to) => new("云泽市文化和旅游局", "云文旅公复〔2025〕3号", to, Day);

    private static Letter Composed(string id)
    {
        var template = LetterTemplates.Find(id)!;
        var outcome = Enum.TryParse<CaseOutcome>(id, out var ended) ? ended : (CaseOutcome?)null;
        var details = new CaseDetails
        {
            Text = id == "CorrectionNotice" ? "一、写明所指的是哪一座古戏台；\n二、写明所需信息的年度。" : "所需材料分散在多个年度的档案里",
            Until = id is "CorrectionNotice" or "DelayNotice" or "CorrectionOverdue" ? new(2025, 3, 14) : null, Basis = id is "ForbiddenByLaw" or "AdministrativeQuery" ? "《档案法》第二十八条" : null,
            Grounds = id == "PartlyGranted" ? [CaseOutcome.ThirdPartyRights, CaseOutcome.InternalAffairs] : [],
            EarlierCase = "云文旅依申〔2024〕9号", Fee = new FeeOrder(ChargeMode.Items, 35, 0),
        };
        var state = InventedCase.Processing("2025-01-24").Do(CaseAction.RecordSearch, "2025-02-06", new() { Search = InventedCase.Search })
            .Do(CaseAction.ApproveExtension, "2025-02-07", new() { Days = 10, Text = "涉及多个年度的档案" }).Do(CaseAction.NotifyExtension, "2025-02-07").State;
        var fields = LetterFields.Of(state, details, Day, WorkingCalendar.National, outcome ?? (id == "ThirdPartyDisclosureNotice" ? CaseOutcome.Granted : null), Bodies)
            .AddRange(new Dictionary<string, string> { ["申请内容"] = "全市古戏台 2020 年以来的修缮经费", ["查询码"] = "K7QM-2Z4P", ["缴纳方式"] = "市政务服务中心缴费窗口", ["内容"] = "修缮合同的金额" });
        return Letter.Compose(template, Heading(template.To switch { Addressee.Applicant => "申请人", Addressee.ThirdParty => "某公司", _ => "市文物局" }), fields).Value;
    }
}

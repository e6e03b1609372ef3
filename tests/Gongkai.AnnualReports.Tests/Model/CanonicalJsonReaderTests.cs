using FsCheck;
using FsCheck.Fluent;
using Gongkai.AnnualReports.Forms;
using Gongkai.AnnualReports.Model;
using Gongkai.Documents;
using Gongkai.Testing;
using Gongkai.Testing.Builders;

namespace Gongkai.AnnualReports.Tests.Model;

public sealed class CanonicalJsonReaderTests
{
    [Fact]
    public void What_is_written_as_canonical_JSON_is_read_back_the_same() =>
        Prop.ForAll(ReportArbitraries.WithHoles, report => Read(CanonicalJson.ToText(report)).ShouldSayTheSameAs(report))
            .QuickCheckThrowOnFailure();

    [Fact]
    public void One_line_of_JSON_is_read_like_the_indented_form()
    {
        var report = ReportGenerator.Create(7);
        Read(CanonicalJson.ToText(report, indented: false)).ShouldSayTheSameAs(report);
    }

    [Fact]
    public void An_unread_cell_stays_unread_even_when_no_note_spoke_of_it()
    {
        var report = ReportGenerator.Create(1, new ReportShape { Year = 2024 });
        var row = report.Requests!.Form.Row("granted")!;
        report = report with { Requests = report.Requests.With(cells => cells[row.Offset] = Cell.Unread()) };

        var read = Read(CanonicalJson.ToText(report));

        read.Requests!.Find("granted", "naturalPerson")!.Value.State.ShouldBe(CellState.Unread);
        read.Notes.ShouldContain(note => note.Code == NoteCodes.Unread && note.Cell.ToString() == "requests.granted.naturalPerson");
    }

    [Fact]
    public void A_wholly_unread_row_gets_one_note_for_the_row()
    {
        var report = ReportGenerator.Create(1, new ReportShape { Year = 2024 });
        var row = report.Requests!.Form.Row("granted")!;
        report = report with { Requests = report.Requests.With(cells => cells.AsSpan(row.Offset, 7).Fill(Cell.Unread())) };

        var read = Read(CanonicalJson.ToText(report));

        read.Notes.ShouldHaveSingleItem().Cell.ShouldBe(new CellPath(TableKind.Requests, "granted"));
        read.ShouldSayTheSameAs(report);
    }

    [Theory]
    [InlineData("unread", "requests.granted", CellState.Unread)]
    [InlineData("ambiguous", "requests.granted.total", CellState.Unread)]
    [InlineData("missing-row", "requests.granted", CellState.Unread)]
    [InlineData("unread", "requests", CellState.Unread)]
    [InlineData("unread", "requests.carriedIn", CellState.Blank)]
    [InlineData("raw-text", "requests.granted.total", CellState.Blank)]
    public void Null_is_blank_unless_a_note_says_it_could_not_be_read(string code, string cell, CellState expected)
    {
        var json = $$"""
            {"year":2024,"requests":{"granted":[1,0,0,0,0,0,null]},"notes":[{"code":"{{code}}","cell":"{{cell}}","message":"","where":null}]}
            """;
        Read(json).Requests!.Find("granted", "total")!.Value.State.ShouldBe(expected);
    }

    [Fact]
    public void A_row_that_the_JSON_leaves_out_is_unread_with_a_note_and_listed_as_missing()
    {
        var read = Read("""{"year":2024,"requests":{"granted":[1,0,0,0,0,0,1]}}""");

        read.Requests!.Find("carriedOut", "total")!.Value.State.ShouldBe(CellState.Unread);
        read.Printed.MissingRows.ShouldContain(new CellPath(TableKind.Requests, "carriedOut"));
        read.Notes.ShouldContain(note => note.Code == NoteCodes.MissingRow && note.Cell == new CellPath(TableKind.Requests, "carriedOut"));
        read.Disclosure.ShouldBeNull();
    }

    [Fact]
    public void Text_in_a_cell_is_kept_raw_without_its_spaces()
    {
        var read = Read("""{"year":2020,"disclosure":{"licences":{"previousItems":15,"change":"增 4","decisions":""}}}""");

        read.Disclosure!.Find("licences", "change").ShouldBe(Cell.Raw("增4"));
        read.Disclosure.Find("licences", "decisions")!.Value.State.ShouldBe(CellState.Blank);
    }

    [Theory]
    [InlineData("""{"year":2022,"disclosure":{"regulations":{"made":0,"published":0,"totalPublished":0}}}""", "2019")]
    [InlineData("""{"disclosure":{"regulations":{"issued":0}}}""", "2021")]
    [InlineData("""{"year":2020,"disclosure":{}}""", "2019")]
    [InlineData("""{"year":2020,"forms":{"disclosure":"2021"},"disclosure":{}}""", "2021")]
    public void The_form_is_what_is_declared_or_what_the_keys_fit_or_the_year(string json, string form) =>
        Read(json).Disclosure!.Form.Form.Value.ShouldBe(form);

    [Fact]
    public void Keys_that_begin_with_an_underscore_are_remarks_and_pass() =>
        Read("""{"_notes":["随便什么"],"agency":"岚川市水利局","year":2024}""").Agency.ShouldBe("岚川市水利局");

    [Theory]
    [InlineData("""{"year":"2024"}""", "year 应为整数或 null，写的是文字“2024”")]
    [InlineData("""{"year":20240}""", "year 应为报告年度，写的是 20240")]
    [InlineData("""{"agency":3}""", "agency 应为文字或 null，写的是数字 3")]
    [InlineData("""{"reqests":{}}""", "reqests 不是认识的键")]
    [InlineData("""{"year":2024,"requests":{"grantd":[]}}""", "requests.grantd 不是认识的键")]
    [InlineData("""{"year":2024,"requests":{"granted":[1,2]}}""", "requests.granted 应有 7 格，写了 2 格")]
    [InlineData("""{"year":2024,"requests":{"granted":[1,true,0,0,0,0,0]}}""", "requests.granted[1] 应为数字、null 或文字，写的是true")]
    [InlineData("""{"year":2024,"requests":{"granted":[1e99,0,0,0,0,0,0]}}""", "requests.granted[0] 应为数字、null 或文字，写的是数字 1e99")]
    [InlineData("""{"year":2024,"requests":{"granted":5}}""", "requests.granted 应为 7 格的数组，写的是数字 5")]
    [InlineData("""{"year":2024,"disclosure":{"licences":{"decision":1}}}""", "disclosure.licences.decision 不是认识的键")]
    [InlineData("""{"year":2024,"disclosure":{"licences":[1]}}""", "disclosure.licences 应为对象，写的是数组")]
    [InlineData("""{"year":2024,"forms":{"requests":"2020"},"requests":{}}""", "forms.requests 没有“2020”这种格式，只有 2019、2021")]
    [InlineData("""{"requests":{}}""", "forms.requests 没有写明，由表的内容和年度也定不出来")]
    [InlineData("""{"sections":[{"title":"一、总体情况"}]}""", "sections[0].number 应为部分的序号，1 至 6")]
    [InlineData("""{"sections":[{"number":7}]}""", "sections[0].number 应为部分的序号，1 至 6")]
    [InlineData("""{"sections":{}}""", "sections 应为数组，写的是对象")]
    [InlineData("""{"notes":[{"message":"?"}]}""", "notes[0].code 不能为空")]
    [InlineData("""{"notes":[{"code":"unread","cell":"tables.x"}]}""", "notes[0].cell 不是格子的地址：“tables.x”")]
    [InlineData("""{"publishedOn":"2025年1月"}""", "publishedOn 应为日期（例如 2025-01-20），写的是“2025年1月”")]
    [InlineData("[]", "规范 JSON 的最外层 应为对象，写的是数组")]
    public void What_is_wrong_is_named_by_its_path(string json, string problem) =>
        Refused(json).ShouldBe($"规范 JSON 有误：{problem}");

    [Fact]
    public void Many_problems_are_told_together_but_not_all_of_them()
    {
        var sentence = Refused("""{"a":1,"b":1,"c":1,"d":1,"e":1,"f":1,"g":1}""");
        sentence.ShouldBe("规范 JSON 有误：a 不是认识的键；b 不是认识的键；c 不是认识的键；d 不是认识的键；e 不是认识的键；……共 7 处");
    }

    [Theory]
    [InlineData("")]
    [InlineData("{")]
    [InlineData("{\"agency\":\"\\ud800\"}")]
    [InlineData("{\"year\":2024,\"year\":2023}")]
    [InlineData("not json")]
    public void Broken_JSON_is_one_sentence(string json)
    {
        var sentence = Refused(json);
        sentence.ShouldContain("JSON");
        sentence.ShouldNotContain('\n');
    }

    [Fact]
    public void A_duplicate_key_is_refused_rather_than_one_of_the_two_taken() =>
        Refused("""{"year":2024,"year":2023}""").ShouldContain("重复的键");

    [Fact]
    public void Bytes_that_are_not_UTF8_are_one_sentence() =>
        CanonicalJsonReader.Read((byte[])[.. "{\"agency\":\""u8, 0xC1, 0xD6, .. "\"}"u8]).Refusal!.Reason.ShouldContain("编码");

    [Fact]
    public void Deep_nesting_is_refused_without_a_stack_overflow() =>
        Refused(string.Concat(Enumerable.Repeat("{\"agency\":", 100_000))).ShouldContain("不是合法的 JSON");

    [Fact]
    public void A_file_beyond_the_limit_is_refused() =>
        CanonicalJsonReader.Read("{}"u8.ToArray(), new ReadLimits { TextBytes = 1 }).Refusal!.Reason.ShouldContain("超过");

    [SharedTheory]
    [InlineData("huaian-hongze-2023")]
    [InlineData("pingtan-2019")]
    [InlineData("pingtan-2021")]
    [InlineData("pingtan-2023")]
    [InlineData("seed-000")]
    [InlineData("seed-001")]
    [InlineData("seed-002")]
    [InlineData("seed-003")]
    [InlineData("seed-004")]
    [InlineData("shanghai-kewei-2024")]
    [InlineData("shanghai-office-2019")]
    public void The_corpus_truth_is_canonical_JSON(string name)
    {
        var read = CanonicalJsonReader.Read(File.ReadAllBytes(Path.Combine(Repository.Shared!, "corpus", "truth", $"{name}.json")));
        read.Refusal.ShouldBeNull();
        read.Value.Requests.ShouldNotBeNull();
    }

    private static AnnualReport Read(string json)
    {
        var read = CanonicalJsonReader.Read(json);
        read.Refusal.ShouldBeNull();
        return read.Value;
    }

    private static string Refused(string json) => CanonicalJsonReader.Read(json).Refusal.ShouldNotBeNull().Reason;
}

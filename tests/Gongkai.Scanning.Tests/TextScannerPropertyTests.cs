using System.Text;
using FsCheck;
using FsCheck.Fluent;

namespace Gongkai.Scanning.Tests;

public sealed class TextScannerPropertyTests
{
    private static readonly string[] Surroundings = ["", "号码", "（", "。", "\n", "| ", "编号：", "附：", "张三", "\u3000"];
    private static readonly string[] Breaks = [" ", "\n", "\u3000", "\u00A0", "\t", "\r\n", " \n", " | ", "-", "  "];

    [Fact]
    public void A_valid_resident_id_is_found_wherever_it_stands_and_however_it_is_broken() =>
        Found(Numbers.ResidentIds, ScanKind.ResidentId, ScanSeverity.Error, anyBreaks: true);

    [Fact]
    public void A_valid_bank_card_is_found_wherever_it_stands_broken_at_up_to_two_places() =>
        Found(Numbers.BankCards, ScanKind.BankCard, ScanSeverity.Error, anyBreaks: false);

    [Fact]
    public void A_valid_credit_code_is_found_wherever_it_stands_and_however_it_is_broken() =>
        Found(Numbers.CreditCodes, ScanKind.CreditCode, ScanSeverity.Notice, anyBreaks: true);

    [Fact]
    public void A_labelled_bank_card_is_found_however_it_is_broken() =>
        Check(from card in Numbers.BankCards
              from broken in Broken(card, card.Length - 1)
              select (card, "账号：" + broken),
              (_, text) => ShouldFind(text, ScanKind.BankCard, ScanSeverity.Error));

    [Fact]
    public void A_resident_id_with_a_wrong_check_character_is_only_a_warning() =>
        Check(from id in Numbers.ResidentIds
              from other in Gen.Elements("0123456789".ToCharArray())
              // 62 开头（甘肃）的错号有十分之一恰好是合格的银行卡号，按银行卡报。
              where other != id[^1] && !id.StartsWith("62", StringComparison.Ordinal)
              select (id, id[..^1] + other),
              (_, wrong) =>
              {
                  var findings = TextScanner.Scan("身份证号：" + wrong).Where(finding => finding.Kind == ScanKind.ResidentId);
                  findings.ShouldHaveSingleItem().Severity.ShouldBe(ScanSeverity.Warning, wrong);
              });

    [Fact]
    public void Neither_excerpt_nor_message_contains_the_raw_value() =>
        Check(from value in Gen.OneOf(Numbers.ResidentIds, Numbers.BankCards, Numbers.CreditCodes, Mobiles, Emails, Plates)
              select (value, $"姓名：张小明，男，{value}，残疾"),
              (value, text) =>
              {
                  var findings = TextScanner.Scan(text);
                  findings.ShouldNotBeEmpty(text);
                  foreach (var finding in findings)
                  {
                      finding.ToString().ShouldNotContain(value, Case.Sensitive, text);
                      finding.ToString().ShouldNotContain("张小明", Case.Sensitive, text);
                  }
              });

    [Fact]
    public void Any_text_at_all_is_scanned_without_an_exception_and_its_places_lie_inside_it() =>
        Check(from pieces in Gen.ListOf(Gen.OneOf(Gen.Elements(Fragments), Gen.Choose(0, 0xFFFF).Select(code => ((char)code).ToString()), Numbers.Digits(5)), 40)
              select ("", string.Concat(pieces)),
              (_, text) =>
              {
                  var lines = text.Count(character => character == '\n') + 1;
                  foreach (var finding in TextScanner.Scan(text))
                  {
                      var numbers = finding.Where.Trim('第', '行').Split('—').Select(int.Parse).ToList();
                      numbers.ShouldAllBe(line => line >= 1 && line <= lines, Show(text));
                      numbers.ShouldBeInOrder();
                  }
              });

    [Fact]
    public void Full_width_digits_and_zero_width_characters_change_nothing() =>
        Check(from value in Gen.OneOf(Numbers.ResidentIds, Numbers.BankCards, Mobiles)
              from marks in Gen.ArrayOf(Gen.Elements("", "", "\u200B", "\u00AD", "\u2060", "\uFEFF"), value.Length)
              select (value, string.Concat(value.Select((character, index) => (char.IsAsciiDigit(character) ? (char)(character + 0xFEE0) : character) + marks[index]))),
              (plain, disguised) => TextScanner.Scan(disguised).Select(Essence).ShouldBe(TextScanner.Scan(plain).Select(Essence), Show(disguised)));

    private static readonly string[] Fragments =
        ["机密★", "秘密", "内部资料", "姓名", "户主|", "身份证", "张三", "，男，", "残疾", "@163.com", "闽A", "县溪口路", "12号", "\n", "\t", "|", " ", "13812345678", "62", "0591-", "19851", "X", "\uD835", "\uDFCE", "\u200B", "１"];

    private static Gen<string> Mobiles => from digits in Numbers.Digits(9) select "13" + digits;

    private static Gen<string> Emails => from digits in Numbers.Digits(4) select $"zhang{digits}@example.com";

    private static Gen<string> Plates => from digits in Numbers.Digits(5) select "闽A" + digits;

    private static string Essence(ScanFinding finding) => $"{finding.Kind} {finding.Severity} {finding.Excerpt}";

    private static void Found(Gen<string> values, ScanKind kind, ScanSeverity severity, bool anyBreaks) =>
        Check(from value in values
              from before in Gen.Elements(Surroundings)
              from after in Gen.Elements(Surroundings)
              from broken in Broken(value, anyBreaks ? value.Length - 1 : 2)
              select (value, before + broken + after),
              (_, text) => ShouldFind(text, kind, severity));

    /// <summary>切断的卡号，其中一截偶尔恰好也是合格的身份证号，那就报身份证号：同样是错误。</summary>
    private static void ShouldFind(string text, ScanKind kind, ScanSeverity severity) =>
        TextScanner.Scan(text).ShouldContain(
            finding => finding.Severity == severity && (finding.Kind == kind || (kind == ScanKind.BankCard && finding.Kind == ScanKind.ResidentId)),
            Show(text));

    /// <summary>在任意几处切断，最多 <paramref name="most"/> 处。</summary>
    private static Gen<string> Broken(string value, int most) =>
        from count in Gen.Choose(0, most)
        from places in Gen.ArrayOf(Gen.Choose(1, value.Length - 1), count)
        from breaks in Gen.ArrayOf(Gen.Elements(Breaks), value.Length)
        select Insert(value, [.. places.Distinct()], breaks);

    private static string Insert(string value, HashSet<int> places, string[] breaks)
    {
        var text = new StringBuilder();
        for (int index = 0; index < value.Length; index++) text.Append(places.Contains(index) ? breaks[index] : "").Append(value[index]);
        return text.ToString();
    }

    private static void Check(Gen<(string, string)> cases, Action<string, string> property) =>
        FsCheck.Fluent.Prop.ForAll(cases.ToArbitrary(), pair => property(pair.Item1, pair.Item2)).QuickCheckThrowOnFailure(Gongkai.Testing.LongRun.Enabled ? 100_000 : 1500);

    private static string Show(string text) => string.Concat(text.Select(character => character is < ' ' or > '\u2000' and < '\u2070' or '\u00A0' or '\u00AD' ? $"\\u{(int)character:X4}" : character.ToString()));
}

/// <summary>多跑几次，失败即抛。</summary>
internal static class FsCheckRuns
{
    public static void QuickCheckThrowOnFailure(this Property property, int times) =>
        FsCheck.Check.One(Config.QuickThrowOnFailure.WithMaxTest(times), property);
}

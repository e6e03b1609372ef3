using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Gongkai.AnnualReports.Rules.Prose;

namespace Gongkai.AnnualReports.Rules.Text;

/// <summary>正文的说法：前后一致、比率合理、写准确数、写明信息处理费、不用歧义的话。</summary>
internal static partial class ConsistencyTextRules
{
    private static readonly Bilingual FeeLedger = ("信息处理费收费台账", "the ledger of information handling fees");

    private static readonly Bilingual Basis = ("《政府信息公开条例》第五十条；国办公开办函〔2021〕30号（数据准确、要素齐全）",
        "Regulation on Government Information Disclosure, Article 50; “国办公开办函〔2021〕30号” (figures are exact, nothing is missing)");

    // 写法不同就可能不是一回事的指标：只有数字前面的话也相同，才说得上前后不一致。
    private static readonly Indicator[] Worded =
    [
        Indicator.Published, Indicator.Licences, Indicator.Penalties, Indicator.Coercions,
        Indicator.RegulationsIssued, Indicator.RegulationsPublished, Indicator.RegulationsRepealed, Indicator.RegulationsInForce,
        Indicator.NormativeIssued, Indicator.NormativePublished, Indicator.NormativeRepealed, Indicator.NormativeInForce,
    ];

    private static readonly Indicator[] Loose =
        [Indicator.PublishedByChannel, Indicator.PublishedByTopic, Indicator.ServiceCases, Indicator.Audience, Indicator.AudienceTotal, Indicator.LettersReceived, Indicator.LettersAnswered, Indicator.Rate];

    /// <summary>说到信息处理费的话。</summary>
    public static readonly string[] FeeWords = ["处理费", "信息公开收费", "信息公开费用", "信息公开的费用"];

    /// <summary>没有这些字，就不必去对句式。</summary>
    public static readonly string[] VagueWords = ["有效", "符合", "合规", "若干", "少量", "数件"];

    public static ImmutableArray<Rule> All { get; } =
    [
        new()
        {
            Id = "TX-11",
            Severity = Severity.Error,
            Sentence = ("同一指标在正文里几次出现，数值相同。", "A figure that occurs several times in the text is the same each time."),
            Basis = Basis,
            Examples = [("成立：第一部分和第六部分都写收到申请16件。", "Holds: sections 1 and 6 both write that 16 requests were received."), ("不成立：第一部分写收到申请16件，第六部分写收到申请15件。", "Broken: section 1 writes 16 requests received, section 6 writes 15.")],
            Check = Contradictions,
        },
        new()
        {
            Id = "TX-12",
            Severity = Severity.Warning,
            Sentence = ("正文里的比率在0至100%之间；写了收到数和回复数的，回复率与两数相符。",
                "Rates in the text are between 0 and 100%; where both received and answered are given, the rate of answers agrees with them."),
            Basis = Basis,
            Examples = [("成立：收到留言164条，回复164条，回复率100%。", "Holds: 164 messages received, 164 answered, a rate of 100%."), ("不成立：收到留言164条，回复160条，回复率100%。", "Broken: 164 messages received, 160 answered, a rate of 100%.")],
            Check = Rates,
        },
        new()
        {
            Id = "TX-13",
            Severity = Severity.Notice,
            Sentence = ("关键指标写准确数，不只写“余”“多”“约”“近”。", "Key figures are exact, not only “余”, “多”, “约” or “近” (some, more than, about, nearly)."),
            Basis = Basis,
            Examples = [("成立：全年主动公开政府信息1270条。", "Holds: 1270 pieces of government information were proactively disclosed in the year."), ("不成立：全年共发布信息5600余条，别处也没有准确数。", "Broken: “全年共发布信息5600余条” (more than 5600), and no exact figure elsewhere.")],
            Check = Approximations,
        },
        new()
        {
            Id = "TX-14",
            Severity = Severity.Warning,
            FromYear = 2021,
            Sentence = ("第六部分说明依据《政府信息公开信息处理费管理办法》收取信息处理费的情况，没有收取的也写明。",
                "Section 6 tells what was charged under the Measures on Information Handling Fees for Government Information Disclosure, also where nothing was charged."),
            Basis = ("《政府信息公开信息处理费管理办法》（国办函〔2020〕109号）；国办公开办函〔2021〕30号",
                "Measures on Information Handling Fees for Government Information Disclosure (“国办函〔2020〕109号”); “国办公开办函〔2021〕30号”"),
            Examples = [("成立：“本年度未收取信息处理费”。", "Holds: “本年度未收取信息处理费” (no handling fee was charged this year)."), ("不成立：第六部分只写“无”。", "Broken: section 6 says only “无” (nothing).")],
            Check = Fee,
        },
        new()
        {
            Id = "TX-15",
            Severity = Severity.Error,
            FromYear = 2021,
            NeedsRegister = FeeLedger,
            Sentence = ("正文写的信息处理费金额与收费台账相同。", "The amount of information handling fees in the text is that of the fee ledger."),
            Basis = ("《政府信息公开信息处理费管理办法》（国办函〔2020〕109号）", "Measures on Information Handling Fees for Government Information Disclosure (“国办函〔2020〕109号”)"),
            Examples = [("成立：正文400元，台账400元。", "Holds: 400 yuan in the text, 400 yuan in the ledger."), ("不成立：正文0元，台账700元。", "Broken: 0 yuan in the text, 700 yuan in the ledger.")],
            Check = context => context.Facts.Of(Indicator.ProcessingFee).Any() ? [Registers.NotGiven(FeeLedger)] : [],
        },
        new()
        {
            Id = "TX-16",
            Severity = Severity.Warning,
            Sentence = ("收到多少件申请写得明白，不写“未受理有效的申请”“收到若干件”一类的话；无效、补正、不予处理的也计入新收。",
                "How many requests were received is said plainly, not in phrases such as “未受理有效的申请” or “收到若干件”; invalid, corrected and unprocessed requests count as newly received too."),
            Basis = ("《政府信息公开条例》第二十九条、第五十条第二项；年度报告格式表三“本年新收”",
                "Regulation on Government Information Disclosure, Article 29 and Article 50, item 2; form of the annual report, Table 3, “本年新收” (newly received)"),
            Examples = [("成立：“未收到政府信息公开申请”。", "Holds: “未收到政府信息公开申请” (no request was received)."), ("不成立：“未受理有效的依申请公开”。", "Broken: “未受理有效的依申请公开” (no valid request was accepted).")],
            Check = Vague,
        },
    ];

    private static IEnumerable<Verdict> Contradictions(CheckContext context)
    {
        List<ProseFigure> comparable = [.. context.Facts.Figures.Where(IsComparable)];
        // 多半没有一项指标说过两次。
        if (comparable.DistinctBy(figure => figure.Indicator).Count() == comparable.Count) yield break;
        var groups = comparable
            .GroupBy(figure => (figure.Indicator, Wording: Worded.Contains(figure.Indicator) ? Wording(figure) : ""));
        foreach (var group in groups)
        {
            // 同一句里的几个数是并列的几部分，不是前后两次。
            var figures = group.GroupBy(figure => figure.Sentence).Where(sentence => sentence.Count() == 1).Select(sentence => sentence.First()).ToList();
            if (figures.Select(figure => figure.Value).Distinct().Count() < 2) continue;
            var other = figures.First(figure => figure.Value != figures[0].Value);
            yield return new Broken(Say($"“{IndicatorNames.Of(group.Key.Indicator)}”前后不一致：{string.Join("、", figures.Select(TextAgainstTable.Said).Distinct(StringComparer.Ordinal))}",
                $"{IndicatorNames.Of(group.Key.Indicator)}: the text contradicts itself: {Join('、', figures.Select(TextAgainstTable.Said).Distinct(StringComparer.Ordinal))}"), [])
            {
                Where = Say($"{TextAgainstTable.Where(context, figures[0])}；{TextAgainstTable.Where(context, other)}",
                    $"{TextAgainstTable.Where(context, figures[0])}; {TextAgainstTable.Where(context, other)}"),
            };
        }
    }

    private static bool IsComparable(ProseFigure figure) =>
        figure.IsFirm && !figure.IsPart && !figure.Accepted && !figure.IncludesCarriedIn && figure.Indicators.Length == 1 && !Loose.Contains(figure.Indicator);

    private static string Wording(ProseFigure figure) => Fillers().Replace(figure.Label, "");

    private static IEnumerable<Verdict> Rates(CheckContext context)
    {
        var figures = context.Facts.Figures;
        for (var index = 0; index < figures.Length; index++)
        {
            var rate = figures[index];
            if (rate.Indicator != Indicator.Rate) continue;
            if (rate.Value > 100)
            {
                yield return new Broken(Say($"比率{TextAgainstTable.Said(rate)}超过100%", $"the rate of {TextAgainstTable.Said(rate)} is above 100%"), []) { Where = TextAgainstTable.Where(context, rate) };
                continue;
            }

            if (!Answering().IsMatch(rate.Label)) continue;
            var before = figures[..index].Where(figure => figure.Sentence == rate.Sentence && figure is { Exactness: Exactness.Exact, Doubt: null }).ToList();
            var answered = before.LastOrDefault(figure => figure.Indicator is Indicator.LettersAnswered or Indicator.Answered);
            var received = before.LastOrDefault(figure => figure.Indicator == (answered?.Indicator == Indicator.Answered ? Indicator.Received : Indicator.LettersReceived));
            if (received is null || (answered is null && received.Value > 0)) continue;
            if (received.Value > 0 && Agrees(answered!.Value / received.Value * 100, rate.Value)) continue;
            var message = received.Value == 0
                ? Say($"收到{TextAgainstTable.Said(received)}，比率却是{TextAgainstTable.Said(rate)}，应写“未收到”",
                    $"{TextAgainstTable.Said(received)} received, but the rate is {TextAgainstTable.Said(rate)}; write that none was received")
                : Say($"收到{TextAgainstTable.Said(received)}、答复{TextAgainstTable.Said(answered!)}，与{TextAgainstTable.Said(rate)}矛盾",
                    $"{TextAgainstTable.Said(received)} received and {TextAgainstTable.Said(answered!)} answered do not agree with {TextAgainstTable.Said(rate)}");
            yield return new Broken(message, []) { Where = TextAgainstTable.Where(context, rate) };
        }
    }

    // 印出来的比率各家取舍不同，差不到一个百分点的不算矛盾；100%必须正好相等。
    private static bool Agrees(decimal computed, decimal printed) => printed == 100 ? computed >= 100 : Math.Abs(computed - printed) < 1;

    private static IEnumerable<Verdict> Approximations(CheckContext context)
    {
        var figures = context.Facts.Figures;
        return figures
            .Where(figure => figure.Exactness == Exactness.Approximate && !Loose.Contains(figure.Indicator))
            .Where(figure => !figures.Any(exact => exact.Exactness == Exactness.Exact && exact.Indicator == figure.Indicator))
            .Select(figure => new Broken(Say($"“{IndicatorNames.Of(figure.Indicator)}”只写了约数{TextAgainstTable.Said(figure)}，建议填写准确数",
                $"{IndicatorNames.Of(figure.Indicator)}: only an approximate figure ({TextAgainstTable.Said(figure)}); an exact one is better"), []) { Where = TextAgainstTable.Where(context, figure) });
    }

    private static IEnumerable<Verdict> Fee(CheckContext context)
    {
        if (context.Prose.Words.Any(WordList.FeeWords)) yield break;
        if (context.Report.Section(6) is not { } section)
        {
            yield return Verdict.NotAssessable(Say("没有读到第六部分", "section 6 was not read"));
            yield break;
        }

        var text = section.Text.Trim();
        yield return new Broken(Say("第六部分应说明信息处理费收取情况（未收取也应写明）", "section 6 should tell what information handling fees were charged (also where none was)"), [])
        {
            Where = text.Length == 0 ? Say("第六部分", "section 6") : Say($"第六部分：{(text.Length <= 40 ? text : text[..40] + "……")}", $"section 6: “{(text.Length <= 40 ? text : text[..40] + "……")}”"),
        };
    }

    private static IEnumerable<Verdict> Vague(CheckContext context)
    {
        var prose = context.Prose;
        if (!prose.Words.Any(WordList.VagueWords)) yield break;
        foreach (var match in VagueReceipt().Matches(prose.Text).AsEnumerable())
            yield return new Broken(Say($"“{match.Value}”有歧义，请明确收到件数（无效、补正、不予处理件也应计入新收）",
                $"“{match.Value}” is ambiguous; say how many were received (invalid, corrected and unprocessed ones count as newly received)"), []) { Where = prose.Where(match.Index, match.Length) };
    }

    [GeneratedRegex("(?:(?:未|没有|无)(?:受理|收到|接到|接收)?(?:过)?(?:有效|符合(?:规定|要求|条件)|合规)|(?:收到|受理|接到)(?:有效|符合(?:规定|要求|条件)|合规|若干|少量|数件))的?[^，。；\n]{0,12}申请", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex VagueReceipt();

    [GeneratedRegex("(?<!按时|按期|及时|时限|规范)(?:回复|答复|办结|办复)率", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Answering();

    [GeneratedRegex("[0-9]+年度?|全年|本年度?|今年|年内|我[局委办厅院镇乡]|本[局委办厅院]|共计?|累计|总计|合计|各类|各级|，|、|的|数量", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Fillers();
}

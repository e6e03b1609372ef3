using System.Collections.Frozen;
using System.Collections.Immutable;
using Gongkai.Law;
using Gongkai.Law.Citations;

namespace Gongkai.Requests.Outcomes;

/// <summary>结局表的一行。</summary>
/// <param name="Outcome">结局。</param>
/// <param name="Caption">称呼。</param>
/// <param name="Basis">依据；只凭实践、没有条文的为空。</param>
/// <param name="Row2021">2021 年格式的表三里的行。</param>
/// <param name="Row2019">2019 年格式的表三里的行。</param>
/// <param name="Ending">由答复还是由终止结束。</param>
/// <param name="IsWithheld">不予公开：条例第十四条至第十六条；对它不服的，先复议后诉讼。</param>
/// <param name="Needs">要有的东西。</param>
public sealed record OutcomeEntry(
    CaseOutcome Outcome, string Caption, Citation? Basis, string Row2021, string Row2019, CaseEnding Ending, bool IsWithheld, ImmutableArray<OutcomeNeed> Needs)
{
    /// <summary>某一年的年报所用的格式里的行：2021 年起用 2021 年的格式。</summary>
    public string RowIn(int year) => year >= OutcomeTable.FirstYearOf2021 ? Row2021 : Row2019;
}

/// <summary>结局表：称呼、依据、年报里的行、要有的东西。内容在 <c>outcomes.csv</c>。</summary>
public static class OutcomeTable
{
    /// <summary>从这一年的年报起用 2021 年的格式。</summary>
    internal const int FirstYearOf2021 = 2021;

    private static readonly FrozenDictionary<CaseOutcome, OutcomeEntry> ByOutcome = DatedTable.Read("Outcomes/outcomes.csv", typeof(OutcomeTable).Assembly)
        .Select(Entry).ToFrozenDictionary(entry => entry.Outcome);

    /// <summary>各种结局，按表里的顺序。</summary>
    public static ImmutableArray<OutcomeEntry> All { get; } = [.. Enum.GetValues<CaseOutcome>().Select(outcome => ByOutcome[outcome])];

    /// <summary>不予公开的各种情形，部分公开的要逐一写明。</summary>
    public static ImmutableArray<CaseOutcome> Withheld { get; } = [.. All.Where(entry => entry.IsWithheld).Select(entry => entry.Outcome)];

    /// <summary>一种结局的一行。</summary>
    public static OutcomeEntry Entry(this CaseOutcome outcome) => ByOutcome[outcome];

    private static OutcomeEntry Entry(DatedTable.Row row) => new(
        Enum.Parse<CaseOutcome>(row.Text("id")),
        row.Text("caption"),
        row.TextOrNone("document") is { } document ? LegalDocuments.All.Last(each => each.Id == document).Article(row.TextOrNone("article")) : null,
        row.Text("row2021"),
        row.Text("row2019"),
        row.Text("ending") == "answer" ? CaseEnding.Answer : CaseEnding.Closing,
        row.Text("withheld") == "yes",
        [.. (row.TextOrNone("needs") ?? "").Split(';', StringSplitOptions.RemoveEmptyEntries).Select(need => Enum.Parse<OutcomeNeed>(need, ignoreCase: true))]);
}

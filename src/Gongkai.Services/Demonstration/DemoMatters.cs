using System.Collections.Immutable;
using Gongkai.Law;
using Gongkai.Organisations.Units;
using Gongkai.Publication.Catalogue;
using Gongkai.Publication.Channels;
using Gongkai.Publication.Drafting;
using Gongkai.Publication.Matters;
using Gongkai.Services.Publication;

namespace Gongkai.Services.Demonstration;

/// <summary>演示的事项清单：开头各单位登记好，以后拟的稿归入最像的一项。内容在 <c>matters.csv</c>。</summary>
internal sealed class DemoMatters(PublicationServices publication, ImmutableDictionary<string, DemoTeam> teams, DateTimeOffset start, CancellationToken cancel)
{
    // 各类信息通常属于五公开里的哪几个；不在这里的不标。
    private static readonly ImmutableDictionary<string, OpennessAspects> Aspects = new Dictionary<string, OpennessAspects>
    {
        ["2001"] = OpennessAspects.Decision, ["2003"] = OpennessAspects.Decision, ["2005"] = OpennessAspects.Service | OpennessAspects.Result, ["2006"] = OpennessAspects.Result, ["2007"] = OpennessAspects.Management,
        ["2009"] = OpennessAspects.Execution | OpennessAspects.Result, ["2010"] = OpennessAspects.Execution, ["2011"] = OpennessAspects.Execution, ["2013"] = OpennessAspects.Management | OpennessAspects.Result,
        ["2102"] = OpennessAspects.Service, ["2107"] = OpennessAspects.Result,
    }.ToImmutableDictionary();

    private readonly Dictionary<UnitId, List<Matter>> _made = [];

    /// <summary>排好的各件事。</summary>
    public IReadOnlyList<DemoAct> Plan() =>
    [
        .. from line in DatedTable.Read("Demonstration/matters.csv", typeof(DemoMatters).Assembly).Select((row, number) => (Row: row, Number: number))
           from unit in DemoUnit.All
           where Suits(line.Row.Text("for"), unit.Key)
           let facts = Facts(line.Row, unit)
           select new DemoAct(start.AddSeconds(line.Number + 1), $"{unit.Facts.Name}登记事项“{facts.Name}”", () => Add(unit, facts)),
    ];

    /// <summary>归入最像的一项，标上五公开；每三条留一条不标。</summary>
    public DraftInput Sorted(UnitId unit, int number, DraftInput input)
    {
        var metadata = input.Metadata;
        var matter = MatterSuggestions.For(_made.GetValueOrDefault(unit, []), metadata.DisclosureCategory, metadata.Title).FirstOrDefault();
        return input with { Matter = matter?.Id, Aspects = number % 3 == 0 ? OpennessAspects.None : Aspects.GetValueOrDefault(metadata.DisclosureCategory ?? "") };
    }

    private async Task<Refusal?> Add(DemoUnit unit, MatterFacts facts)
    {
        var team = teams[unit.Key];
        var added = await publication.Matters.Add(team.Head, team.Unit, facts, null, cancel);
        if (added.Refusal is { } refusal) return refusal;
        if (!_made.TryGetValue(team.Unit, out var made)) _made[team.Unit] = made = [];
        made.Add(new Matter(added.Value, 1, team.Unit, facts, null));
        return null;
    }

    private static bool Suits(string units, string key) => units == "*" || (units[0] == '!' ? units[1..] != key : units.Split('|').Contains(key, StringComparer.Ordinal));

    private static MatterFacts Facts(DatedTable.Row row, DemoUnit unit) => new()
    {
        Group = row.Text("group"), Name = row.Text("name"), Elements = row.Text("elements"), Basis = DisclosureCategory.Find(row.Text("category"))!.Article.ToString(), Category = row.Text("category"),
        Rhythm = MatterRhythm.Read(row.Text("rhythm")).Value, Channels = [.. row.Text("channels").Split('|').Select(Enum.Parse<Channel>)], Mode = Enum.Parse<DisclosureMode>(row.Text("mode")),
        Audience = row.TextOrNone("audience"), Levels = [unit.Facts.Level],
    };
}

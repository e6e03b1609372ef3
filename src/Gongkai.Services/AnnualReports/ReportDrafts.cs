using System.Collections.Immutable;
using Gongkai.AnnualReports.Drafting;
using Gongkai.AnnualReports.Model;
using Gongkai.AnnualReports.Publishing;
using Gongkai.Data;
using Gongkai.Data.Acts;
using Gongkai.Data.Queries.AnnualReports;
using Gongkai.Law;
using Gongkai.Organisations.Access;
using Gongkai.Organisations.Units;
using Gongkai.Services.Acting;
using Gongkai.Services.Publication;

namespace Gongkai.Services.AnnualReports;

/// <summary>由登记编的一份接着改：上一版的改动留着；两个人同时改的，各改各的合成一份，改得不同的请人来选，谁的也不丢。</summary>
public sealed class ReportDrafts(Database database, ReportCompiler compiler, ReportShelf shelf)
{
    /// <summary>从第几版改起：它的改动。</summary>
    /// <param name="edition">第几版；为空的，最新的一版。还没有交过、交来的是文件的，从登记编出来的改起。</param>
    public async Task<Outcome<DraftStart>> Start(CurrentPerson who, UnitId unit, int year, int? edition, CancellationToken cancel)
    {
        if (who.May(Permission.ReadLedger, unit).Refusal is { } refusal) return refusal;
        await using var db = database.CreateContext();
        var row = await PublishedReportQueries.Row(db, unit.Value, year, cancel);
        var report = row?.ToReport();
        if ((edition is { } number ? report?.Editions.FirstOrDefault(one => one.Number == number) : report?.Latest) is not { } from) return new DraftStart(report?.Version ?? 0, 0, ReportEdits.None, null, default);
        var compiled = from.File is null && (from.Drafted.Length > 0 || from.Overrides.Length > 0);
        var text = CanonicalJsonReader.Read(row!.Editions.Single(one => one.Number == from.Number).Canonical).Value;
        var kept = compiled ? ReportEdits.Of(from, text) : ReportEdits.None;
        return new DraftStart(report!.Version, from.Number, kept, (await DeskQueries.Names(db, [from.By.Value], cancel)).GetValueOrDefault(from.By.Value), from.At) { HandedIn = compiled ? null : text };
    }

    /// <summary>存成一版。这期间别人另存过的，合在一起再存；改得不同的不存，答复请人来选。</summary>
    /// <param name="start">从哪一版改起。</param>
    /// <param name="mine">我的改动。</param>
    public async Task<Outcome<DraftSaving>> Save(CurrentPerson who, UnitId unit, int year, DraftStart start, ReportEdits mine, CommandKey? key, CancellationToken cancel)
    {
        var compiled = await compiler.Of(who, unit, year, mine, cancel);
        if (compiled.Refusal is { } refusal) return refusal;
        var kept = await shelf.Put(who.Id, compiled.Value, year, start.Version, key, cancel);
        if (kept.Succeeded) return new DraftSaving(kept.Value, null, null);
        if (kept.Refusal is not StaleRefusal) return kept.Refusal!;
        var now = await Start(who, unit, year, null, cancel);
        if (now.Refusal is { } unseen) return unseen;
        var theirs = now.Value;
        // 没有另存新版，只是送审了、退回了：照现在的状态再试，不许存的说得清为什么。
        if (theirs.Edition == start.Edition) return await Put(compiled.Value, null);
        if (theirs.IsHandedIn) return new Refusal($"{theirs.By}在这期间交了一份做好的报告（第 {theirs.Edition} 版），没有存。您填的都在下面；要另存一版的，再按一次“存成一版”。");
        var merged = await Merge(who, unit, year, (start.Kept, mine, theirs.Kept), cancel);
        if (merged.Refusal is { } unmerged) return unmerged;
        return merged.Value.Conflicts.IsEmpty ? await Put(merged.Value.Compiled, theirs) : new DraftSaving(null, theirs, merged.Value);

        async Task<Outcome<DraftSaving>> Put(CompiledReport report, DraftStart? with)
        {
            var again = await shelf.Put(who.Id, report, year, theirs.Version, key, cancel);
            return again.Refusal is { } refused ? refused : new DraftSaving(again.Value, with, null);
        }
    }

    // 先合格子，文字里的数照合好的格子写，再合文字。
    private async Task<Outcome<MergedDraft>> Merge(CurrentPerson who, UnitId unit, int year, (ReportEdits Before, ReportEdits Mine, ReportEdits Theirs) sides, CancellationToken cancel)
    {
        var plain = await compiler.Of(who, unit, year, ReportEdits.None, cancel);
        if (plain.Refusal is { } refusal) return refusal;
        var cells = EditMerge.Cells(sides.Before, sides.Mine, sides.Theirs, plain.Value.Computed);
        var drafted = (await compiler.Of(who, unit, year, new ReportEdits { Cells = cells.Merged }, cancel)).Value.Drafted;
        var texts = EditMerge.Texts(sides.Before, sides.Mine, sides.Theirs, drafted);
        var edits = new ReportEdits { Cells = cells.Merged, Texts = texts.Merged, Drafted = drafted, Explanations = [.. sides.Mine.Explanations.Concat(sides.Theirs.Explanations).DistinctBy(said => (said.Rule, said.Message))] };
        var compiled = await compiler.Of(who, unit, year, edits, cancel);
        if (compiled.Refusal is { } unfit) return unfit;
        return new MergedDraft(compiled.Value, [.. cells.Conflicts.Select(path => path.ToString()), .. texts.Conflicts.Select(number => DraftConflict.OfSection(number))]);
    }
}

/// <summary>从哪一版改起。</summary>
/// <param name="Version">并发的版本；还没有交过的为 0。</param>
/// <param name="Edition">第几版；还没有交过的为 0。</param>
/// <param name="Kept">这一版里的改动。</param>
/// <param name="By">谁存的；还没有交过的为空。</param>
/// <param name="At">何时存的。</param>
public sealed record DraftStart(long Version, int Edition, ReportEdits Kept, string? By, DateTimeOffset At)
{
    /// <summary>这一版是做好了交来的，不是由登记编的。</summary>
    public bool IsHandedIn => HandedIn is not null;

    /// <summary>做好了交来的全文，与由登记编的并排，逐格取；由登记编的为空。</summary>
    public AnnualReport? HandedIn { get; init; }
}

/// <summary>存得怎样。</summary>
/// <param name="Edition">存成的一版；有改得不同的、没有存的为空。</param>
/// <param name="Theirs">与谁的哪一版合在一起；没有别人改的为空。</param>
/// <param name="Merged">没有存的，合成的样子和改得不同的各处；存成了的为空。</param>
public sealed record DraftSaving(ReportEdition? Edition, DraftStart? Theirs, MergedDraft? Merged);

/// <summary>合成的一份。</summary>
/// <param name="Compiled">编出来的，改得不同的先照我的。</param>
/// <param name="Conflicts">改得不同的各处，见 <see cref="DraftConflict"/>。</param>
public sealed record MergedDraft(CompiledReport Compiled, ImmutableArray<string> Conflicts);

/// <summary>两个人改得不同的一处怎么指：格子是 <see cref="CellPath"/> 的写法，文字是 <c>section.5</c>。</summary>
public static class DraftConflict
{
    private const string Prefix = "section.";

    /// <summary>一个部分。</summary>
    public static string OfSection(int number) => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{Prefix}{number}");

    /// <summary>是哪一部分；是格子的为空。</summary>
    public static int? SectionOf(string place) => place.StartsWith(Prefix, StringComparison.Ordinal) && int.TryParse(place[Prefix.Length..], System.Globalization.CultureInfo.InvariantCulture, out var number) ? number : null;
}

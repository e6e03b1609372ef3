using System.Collections.Immutable;
using Gongkai.Data;
using Gongkai.Data.Acts;
using Gongkai.Data.Mapping.Requests;
using Gongkai.Data.Queries.Requests;
using Gongkai.Law;
using Gongkai.Organisations.Access;
using Gongkai.Organisations.People;
using Gongkai.Organisations.Units;
using Gongkai.Requests.Letters;
using Gongkai.Services.Acting;
using Gongkai.Services.Publication;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Services.Requests;

/// <summary>一个单位改写自己的文书：一种一版一版地存，谁改的、什么时候；可以恢复标准。出了的文书不跟着变。</summary>
public sealed class LetterDesk(Database database, PermittedActs acts)
{
    private static readonly Refusal Unknown = new("没有这种文书。");

    private static readonly Refusal Stale = new("打开以后别人先改了这种文书，请看清楚再改。");

    /// <summary>一个单位的各种文书，现在的样子。</summary>
    public async Task<Outcome<ImmutableArray<UnitLetter>>> Of(CurrentPerson who, UnitId unit, CancellationToken cancel)
    {
        if (who.May(Permission.ReadCase, unit).Refusal is { } refusal) return refusal;
        await using var db = database.CreateContext();
        var own = await CaseQueries.UnitLetters(db, unit, cancel);
        var names = await DeskQueries.Names(db, [.. own.Values.Select(row => row.ChangedBy).Distinct()], cancel);
        return LetterTemplates.All.Select(standard => own.TryGetValue(standard.Id, out var row) ? Shown(row, standard, names) : new UnitLetter(standard, 0, false, null, null)).ToImmutableArray();
    }

    /// <summary>一种文书的各版，新的在前，最后是标准的（第 0 版）。</summary>
    public async Task<Outcome<ImmutableArray<UnitLetter>>> Versions(CurrentPerson who, UnitId unit, string template, CancellationToken cancel)
    {
        if (who.May(Permission.ReadCase, unit).Refusal is { } refusal) return refusal;
        if (LetterTemplates.Find(template) is not { } standard) return Unknown;
        await using var db = database.CreateContext();
        var rows = await db.UnitLetters.AsNoTracking().Where(row => row.Unit == unit.Value && row.Template == template).OrderByDescending(row => row.Version).ToListAsync(cancel);
        var names = await DeskQueries.Names(db, [.. rows.Select(row => row.ChangedBy).Distinct()], cancel);
        return rows.Select(row => Shown(row, standard, names)).Append(new UnitLetter(standard, 0, false, null, null)).ToImmutableArray();
    }

    /// <summary>填上例子看看，不存；写得不对的说出是哪一项。</summary>
    public static Outcome<Letter> Preview(string template, string title, string text, LetterHeading heading)
    {
        if (LetterTemplates.Find(template) is not { } standard) return Unknown;
        var revised = LetterRevision.Of(standard, title, text);
        return revised.Refusal is { } wrong ? wrong : Letter.Compose(revised.Value, heading, LetterExamples.Fields);
    }

    /// <summary>存新的一版，答复第几版。</summary>
    /// <param name="seen">看到的是第几版；没有改写过的为 0。</param>
    /// <param name="key">表单的钥匙。</param>
    public async Task<Outcome<int>> Save(PersonId by, UnitId unit, string template, string title, string text, int seen, string? key, CancellationToken cancel)
    {
        if (LetterTemplates.Find(template) is not { } standard) return Unknown;
        var revised = LetterRevision.Of(standard, title, text);
        if (revised.Refusal is { } wrong) return wrong;
        return await Add(by, "letter.save", unit, revised.Value, isStandard: false, seen, key, cancel);
    }

    /// <summary>恢复标准的样子，答复第几版。</summary>
    public async Task<Outcome<int>> Restore(PersonId by, UnitId unit, string template, int seen, string? key, CancellationToken cancel) =>
        LetterTemplates.Find(template) is { } standard ? await Add(by, "letter.restore", unit, standard, isStandard: true, seen, key, cancel) : Unknown;

    private Task<Outcome<int>> Add(PersonId by, string kind, UnitId unit, LetterTemplate template, bool isStandard, int seen, string? key, CancellationToken cancel)
    {
        var used = key is null ? null : new CommandKey($"letter-{key}", new { unit, template.Id, template.Title, template.Paragraphs, isStandard, seen });
        return acts.Perform<int>(new PermittedAct(by, kind, Permission.ApproveCase, unit) { Key = used }, async scope =>
        {
            var last = await scope.Db.UnitLetters.Where(row => row.Unit == unit.Value && row.Template == template.Id).MaxAsync(row => (int?)row.Version, cancel) ?? 0;
            if (last != seen) return Stale;
            scope.Db.UnitLetters.Add(new UnitLetterRow
            {
                Unit = unit.Value, Template = template.Id, Version = last + 1, Title = template.Title, Text = string.Join('\n', template.Paragraphs), IsStandard = isStandard, ChangedBy = by.Value, ChangedAt = scope.Act.Now,
            });
            scope.Record(new Subject("unit", unit.Value), new { template = template.Id, version = last + 1 });
            return last + 1;
        }, cancel);
    }

    private static UnitLetter Shown(UnitLetterRow row, LetterTemplate standard, IReadOnlyDictionary<Guid, string> names) =>
        new(row.ToTemplate(standard), row.Version, !row.IsStandard, names.GetValueOrDefault(row.ChangedBy), row.ChangedAt);
}

/// <summary>一个单位的一种文书的一版。</summary>
/// <param name="Template">样子。</param>
/// <param name="Version">第几版；没有改写过的、标准的为 0。</param>
/// <param name="IsOwn">是自己改写的，不是标准的。</param>
/// <param name="ChangedBy">谁改的；标准的为空。</param>
/// <param name="ChangedAt">什么时刻改的；标准的为空。</param>
public sealed record UnitLetter(LetterTemplate Template, int Version, bool IsOwn, string? ChangedBy, DateTimeOffset? ChangedAt);

using System.Collections.Immutable;
using Gongkai.Data;
using Gongkai.Data.Queries.Organisations;
using Gongkai.Documents.Excel;
using Gongkai.Documents.Layout;
using Gongkai.Law;
using Gongkai.Services.Organisations;
using Gongkai.Services.Publication;
using Gongkai.Services.Registers;
using Gongkai.Services.Requests;

namespace Gongkai.Services.Importing;

/// <summary>导入：一份表一个事务，经各项服务一行一行地办，权限、规则、审计与在页面上办一样；有一行不对，一行也不存，除非要把不对的退回来。</summary>
public static class Importer
{
    /// <summary>导入，或者只试一遍。</summary>
    /// <param name="settings">数据放在哪里。</param>
    /// <param name="loginName">以谁的名义，登录名；各行都要他有权办。</param>
    /// <param name="dryRun">只试一遍：照样一行行地办，最后什么也不存。</param>
    /// <param name="handBack">有它的，对的各行照存，不对的各行写成一份表（xlsx）交给它退回；提交之前叫，它拒绝的什么也不存。没有的，有一行不对，一行也不存。</param>
    public static async Task<Outcome<ImportReport>> Run(
        DataSettings settings, ImportKind kind, ReadOnlyMemory<byte> content, string fileName, string loginName, bool dryRun, Func<byte[], Task<Refusal?>>? handBack, TimeProvider clock, CancellationToken cancel)
    {
        var rows = ImportSheet.Read(content, fileName, kind.Columns, cancel);
        if (rows.Refusal is { } unreadable) return unreadable;
        var opened = await DatabaseOpening.OpenExisting(settings, clock, cancel);
        if (opened.Refusal is { } unopened) return unopened;
        using var database = opened.Value;
        var organisations = new OrganisationServices(database, clock);
        await using (var db = database.CreateContext())
            if (await PersonQueries.FindByLoginName(db, loginName, cancel) is not { } person) return new Refusal(Say($"没有登录名为“{loginName}”的人员。",
                $"there is no person with the login name “{loginName}”."));
            else return await Run(database, organisations, new ImportDesk(database, organisations, new PublicationServices(database, organisations, clock), new RegisterServices(database, organisations, clock), new RequestServices(database, organisations), person.Id, cancel), kind, rows.Value, dryRun, handBack, cancel);
    }

    /// <summary>一份空表：第一张工作表说怎么填，第二张照着填。</summary>
    public static byte[] Template(ImportKind kind)
    {
        var cells = kind.Columns.SelectMany((column, index) => new[]
        {
            new LayoutCell(0, index, 1, 1, LayoutRole.ColumnHeader, column.Required ? column.Name + "*" : column.Name),
            new LayoutCell(1, index, 1, 1, LayoutRole.Value, column.Example),
        }).OrderBy(cell => cell.Row).ThenBy(cell => cell.Column);
        var document = new LayoutDocument(
            $"导入{kind.Caption}",
            [
                new LayoutParagraph($"在“{kind.Caption}”工作表里一行填一条，第二行是例子，填的时候换掉。带星号的列必填；列的次序不限，不用的列可以删去。"),
                new LayoutParagraph($"{kind.Identity}都相同的，是同一条：已经有的不再存，其余各列填得不一样的不予导入。所以同一个文件可以再导入一次。"),
                .. kind.Columns.Select(column => new LayoutParagraph($"{column.Name}{(column.Required ? "（必填）" : "")}：{column.Explanation}")),
                new LayoutTable(kind.Caption, $"导入{kind.Caption}", [.. kind.Columns.Select(_ => 1)], 1, [.. cells]),
            ]);
        using var file = new MemoryStream();
        ExcelWriter.Write(document, file);
        return file.ToArray();
    }

    private static async Task<Outcome<ImportReport>> Run(
        Database database, OrganisationServices organisations, ImportDesk desk, ImportKind kind, ImmutableArray<ImportRow> rows, bool dryRun, Func<byte[], Task<Refusal?>>? handBack, CancellationToken cancel)
    {
        await using (var db = database.CreateContext()) await organisations.Trees.Load(db, cancel);
        var report = new ImportReport(kind, rows.Length, 0, 0, dryRun, []);
        Refusal? notHandedBack = null;
        var done = await database.Acts.Together<int>(
            async () =>
            {
                desk.ForgetTree();
                List<(ImportRow Row, ImportFault Fault)> faults = [];
                var (stored, already) = (0, 0);
                foreach (var row in rows)
                {
                    cancel.ThrowIfCancellationRequested();
                    var taken = await Take(desk, kind, row);
                    if (taken.Fault is { } fault) faults.Add((row, fault));
                    else if (taken.Done == ImportedRow.Stored) stored++;
                    else already++;
                }

                report = report with { Already = already, Faults = [.. faults.Select(one => one.Fault)] };
                notHandedBack = faults.Count > 0 && handBack is not null ? await handBack(RejectedRows.Write(kind, faults)) : null;
                // 有不对的而不要退回的、退不回去的、只是试的，都不提交。
                return dryRun || notHandedBack is not null || (faults.Count > 0 && handBack is null) ? new Refusal(Say("没有导入。", "nothing was imported.")) : stored;
            },
            cancel);
        return notHandedBack is { } refusal ? refusal : report with { Imported = done.Succeeded ? done.Value : 0 };
    }

    private static async Task<(ImportedRow Done, ImportFault? Fault)> Take(ImportDesk desk, ImportKind kind, ImportRow row)
    {
        if (row.Stray is { } stray) return (default, new ImportFault(row.Number, null, Say($"“{ImportRow.Shown(stray)}”不在表头的哪一列之下。", $"“{ImportRow.Shown(stray)}” is below no column of the head.")));
        try
        {
            var taken = await kind.Take(desk, row);
            return taken.Refusal is { } refusal ? (default, new ImportFault(row.Number, null, refusal.Reason)) : (taken.Value, null);
        }
        catch (ImportFaultException fault)
        {
            return (default, new ImportFault(row.Number, fault.Column, fault.Message));
        }
    }
}

/// <summary>导入的结果。</summary>
/// <param name="Rows">表里几行。</param>
/// <param name="Imported">存了几行。</param>
/// <param name="Already">已经有一样的、没有再存的几行。</param>
/// <param name="DryRun">只是试一遍。</param>
/// <param name="Faults">不对的各行。</param>
public sealed record ImportReport(ImportKind Kind, int Rows, int Imported, int Already, bool DryRun, ImmutableArray<ImportFault> Faults);

/// <summary>一行不对。</summary>
/// <param name="Row">表里第几行，表头也算。</param>
/// <param name="Column">哪一列；不在某一列的为空。</param>
/// <param name="Reason">为什么，一句话。</param>
public sealed record ImportFault(int Row, string? Column, string Reason);

using System.Collections.Immutable;
using Gongkai.Data.Acts;
using Gongkai.Data.Attachments;
using Gongkai.Data.Mapping.Registers;
using Gongkai.Data.Queries.Registers;
using Gongkai.Law;
using Gongkai.Organisations.Access;
using Gongkai.Organisations.People;
using Gongkai.Organisations.Registers;
using Gongkai.Organisations.Units;
using Gongkai.Services.Acting;
using Gongkai.Services.Requests;

namespace Gongkai.Services.Registers;

/// <summary>登记台账：登记、更正、作废、附依据。凭“登记台账”。</summary>
public sealed class RegisterDesk(Data.Database database, PermittedActs acts)
{
    internal static readonly Refusal Missing = new("台账里没有这一笔。");
    internal static readonly Refusal Unknown = new("没有这本台账。");

    /// <summary>登记一笔，答复它的标识和是不是新登的。已经有同样一笔的：各栏也相同，就是它，不重复；不相同，拒绝，请更正原来的。</summary>
    /// <param name="via">不是在页面上登记的，经什么，记在审计记录里。</param>
    public Task<Outcome<RegisterAdded>> Add(PersonId by, RegisterInput input, CommandKey? key, CancellationToken cancel, string? via = null) => acts.Perform<RegisterAdded>(
        new PermittedAct(by, "register.add", Permission.KeepRegister, input.Unit) { Key = key, Reason = via },
        async scope =>
        {
            var checkedInput = Check(scope, input);
            if (checkedInput.Refusal is { } refusal) return refusal;
            var (form, on, values) = checkedInput.Value;
            if (await RegisterQueries.Same(scope.Db, input.Unit, form.Code, on, RegisterEntry.SlotOf(form, values), cancel) is { } same)
            {
                if (!same.ToEntry().Values.SequenceEqual(values)) return new Refusal($"{RegisterText.ShowDate(form.Rhythm, on)}已经登记过这一笔，填的不一样；要改请更正原来的。");
                scope.Record(SubjectOf(same), new { form = form.Code, unchanged = true });
                return new RegisterAdded(new RegisterEntryId(same.Id), false);
            }

            var row = new RegisterEntryRow { Id = Guid.CreateVersion7(scope.Act.Now), Unit = input.Unit.Value, Form = form.Code, OnDate = on, Office = input.Office?.Value, Note = Given(input.Note) };
            row.Take(form, values);
            if (await RemedyLock.Refuse(scope.Act, form, input.Unit, null, row.ToEntry(), cancel) is { } locked) return locked;
            scope.Db.RegisterEntries.Add(row);
            await Attach(scope, row, input.Evidence, cancel);
            scope.Record(SubjectOf(row), new { form = form.Code, on, values });
            return new RegisterAdded(new RegisterEntryId(row.Id), true);
        },
        cancel);

    /// <summary>更正各栏，写明缘由；日期不改，日期错了的作废另登。答复并发的新版本。</summary>
    /// <param name="version">页面上看到的并发版本。</param>
    public Task<Outcome<long>> Correct(PersonId by, RegisterEntryId id, long version, IReadOnlyDictionary<string, string> typed, string? note, string? reason, CommandKey? key, CancellationToken cancel) =>
        OnEntry(by, id, version, "register.correct", reason, key, async (scope, row, form) =>
        {
            if (RegisterDecisions.CannotCorrect(row.ToEntry(), reason) is { } cannot) return cannot;
            var read = RegisterDecisions.Read(form, typed);
            if (read.Refusal is { } refusal) return refusal;
            var slot = RegisterEntry.SlotOf(form, read.Value);
            if (slot != row.Slot && await RegisterQueries.Same(scope.Db, new UnitId(row.Unit), form.Code, row.OnDate, slot, cancel) is not null) return new Refusal("另有一笔已经是这样登记的，请看是不是重复。");
            var before = row.ToEntry().Values;
            row.Take(form, read.Value);
            row.Note = Given(note);
            scope.Record(SubjectOf(row), new { form = form.Code, before, after = read.Value });
            return null;
        }, cancel);

    /// <summary>作废，写明缘由；留着看得见，不再计入合计。</summary>
    public Task<Outcome<long>> Void(PersonId by, RegisterEntryId id, long version, string? reason, CancellationToken cancel) =>
        OnEntry(by, id, version, "register.void", reason, null, (scope, row, form) =>
        {
            if (RegisterDecisions.CannotVoid(row.ToEntry(), reason) is { } cannot) return Task.FromResult<Refusal?>(cannot);
            (row.Voided, row.Slot) = (reason!.Trim(), null);
            scope.Record(SubjectOf(row), new { form = form.Code });
            return Task.FromResult<Refusal?>(null);
        }, cancel);

    /// <summary>添一个依据的文件。</summary>
    public Task<Outcome<long>> AddEvidence(PersonId by, RegisterEntryId id, long version, AttachedFile file, CancellationToken cancel) =>
        OnEntry(by, id, version, "register.evidence", null, null, async (scope, row, form) =>
        {
            if (row.Voided is not null) return new Refusal("这一笔已经作废。");
            await Attach(scope, row, [file], cancel);
            // 子行添了，主行也算改过：并发的版本跟着走。
            scope.Db.Entry(row).Property(one => one.Content).IsModified = true;
            scope.Record(SubjectOf(row), new { form = form.Code, file = file.Name, file.Hash });
            return null;
        }, cancel);

    private async Task<Outcome<long>> OnEntry(
        PersonId by, RegisterEntryId id, long version, string kind, string? reason, CommandKey? key, Func<PermittedScope, RegisterEntryRow, RegisterForm, Task<Refusal?>> change, CancellationToken cancel)
    {
        await using var db = database.CreateContext();
        if (await db.RegisterEntries.FindAsync([id.Value], cancel) is not { } found) return Missing;
        return await acts.Perform<long>(
            new PermittedAct(by, kind, Permission.KeepRegister, new UnitId(found.Unit)) { Reason = Given(reason), Key = key },
            async scope =>
            {
                var row = (await RegisterQueries.Row(scope.Db, id, cancel))!;
                if (RegisterCatalogue.Find(row.Form) is not { } form) return Unknown;
                if (scope.Act.Stale(row, version) is { } stale) return stale;
                var before = row.ToEntry();
                if (await change(scope, row, form) is { } refusal) return refusal;
                if (await RemedyLock.Refuse(scope.Act, form, new UnitId(row.Unit), before, row.ToEntry(), cancel) is { } locked) return locked;
                return version + 1;
            },
            cancel);
    }

    private static Outcome<(RegisterForm Form, DateOnly On, ImmutableSortedDictionary<string, string> Values)> Check(PermittedScope scope, RegisterInput input)
    {
        if (RegisterCatalogue.Find(input.Form) is not { } form) return Unknown;
        var on = RegisterText.DateOn(form.Rhythm, input.On);
        if (on.Refusal is { } noDate) return new RegisterRefusal([new RegisterFault(RegisterInput.DateField, noDate.Reason)]);
        if (on.Value > scope.Today) return new RegisterRefusal([new RegisterFault(RegisterInput.DateField, $"{RegisterText.DateName(form.Rhythm)}还没有到，不能登记以后的。")]);
        if (scope.Tree.At(on.Value).Find(input.Unit) is null && scope.Tree.At(scope.Today).Find(input.Unit) is null) return new Refusal("这个单位那时不存在。");
        if (input.Office is { } office && scope.Tree.Find(input.Unit)!.Offices.All(one => one.Id != office)) return new Refusal("报来的科室不是这个单位的。");
        var read = RegisterDecisions.Read(form, input.Values);
        return read.Refusal is { } refusal ? refusal : (form, on.Value, read.Value);
    }

    private static async Task Attach(PermittedScope scope, RegisterEntryRow row, ImmutableArray<AttachedFile> files, CancellationToken cancel)
    {
        foreach (var file in files)
        {
            await scope.Act.Attach(file, cancel);
            row.Evidence.Add(new RegisterEvidenceRow { Entry = row.Id, Number = row.Evidence.Count + 1, Hash = file.Hash, Name = file.Name });
        }
    }

    private static Subject SubjectOf(RegisterEntryRow row) => new("register", row.Id);

    private static string? Given(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}

/// <summary>登记的结果。</summary>
/// <param name="Entry">哪一笔。</param>
/// <param name="IsNew">新登的；为否是已经有同样的一笔。</param>
public sealed record RegisterAdded(RegisterEntryId Entry, bool IsNew);

/// <summary>要登记的一笔，照填的样子。</summary>
/// <param name="Unit">哪个单位的。</param>
/// <param name="Form">哪一本台账。</param>
/// <param name="On">日期、月份或者年度，照填的写法。</param>
/// <param name="Values">各栏，按代码，照填的写法。</param>
/// <param name="Office">报来的科室；没有分科室的为空。</param>
/// <param name="Note">备注。</param>
/// <param name="Evidence">依据的文件。</param>
public sealed record RegisterInput(
    UnitId Unit, string Form, string? On, IReadOnlyDictionary<string, string> Values, OfficeId? Office, string? Note, ImmutableArray<AttachedFile> Evidence)
{
    /// <summary>日期这一栏在问题里的代码。</summary>
    public const string DateField = "on";
}

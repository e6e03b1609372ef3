using System.Globalization;
using System.Text;
using Gongkai.Data;
using Gongkai.Data.Mapping.Requests;
using Gongkai.Data.PersonalData;
using Gongkai.Data.Queries.Requests;
using Gongkai.Law;
using Gongkai.Organisations.Access;
using Gongkai.Organisations.People;
using Gongkai.Organisations.Units;
using Gongkai.Requests.Archiving;
using Gongkai.Requests.Files;
using Gongkai.Requests.Intake;
using Gongkai.Requests.Outcomes;
using Gongkai.Requests.Process;
using Gongkai.Services.Acting;
using Gongkai.Services.Notices;
using Gongkai.Services.Publication;

namespace Gongkai.Services.Requests;

/// <summary>归档包：一件办结的申请，全部文书、材料、证据、经过，一个 ZIP。里面有个人信息，谁取了留一条记录，记着整张单子的散列。条例第四十五条。</summary>
public sealed class CaseArchive(Database database, PermittedActs acts, CaseFiles files)
{
    private static readonly Refusal Open = new("还没有办结，办结以后才能做归档包。");

    /// <summary>做一个：收齐、留了记录，还没有往外写。</summary>
    public async Task<Outcome<ArchivedCase>> Make(PersonId by, CaseId id, CancellationToken cancel)
    {
        await using var db = database.CreateContext();
        if (await CaseQueries.Owner(db, id, cancel) is not { } owner) return CaseDesk.Missing;
        return await acts.Perform<ArchivedCase>(new PermittedAct(by, "request.archive-package", Permission.ReadPersonalData, owner), async scope =>
        {
            var row = (await CaseQueries.Shown(scope.Db, id, cancel))!;
            if (await database.Dossiers.Of(scope.Db, row.Subject, cancel) is not { } key) return CaseDesk.Erased;
            if (row.ToState(key).IsOpen) return Open;
            var (number, writer) = (row.Number ?? row.TrackCode, new ArchiveWriter());
            await Application(writer, scope, row, key, cancel);
            await Events(writer, scope, row, key, cancel);
            await Reminders(writer, scope, id, cancel);
            foreach (var letter in await CaseQueries.Letters(scope.Db, id, cancel))
            {
                var written = letter.ToLetter(key);
                writer.Add($"letters/{letter.Number:00}-{ArchiveWriter.Safe(written.Title)}.docx", $"{written.Title}{(written.Number is { } numbered ? $"，{numbered}" : "")}", written.ToWord());
            }

            foreach (var file in await CaseFiles.List(scope.Db, id, key, cancel))
                if (await files.Load(scope.Db, id, key, file.Number, cancel) is { } opened)
                    writer.Add($"files/{file.Number:00}-{ArchiveWriter.Safe(opened.Name)}", $"{file.Purpose.Caption()}：{opened.Name}", opened.Content, token => Again(id, key, file.Number, token));
            var manifest = writer.Finish(number, scope.Tree.Find(owner)!.Latest.Name, scope.Act.Now);
            scope.Record(row.Subject, new { files = manifest.Files.Length, list = manifest.ListHash });
            return new ArchivedCase($"案卷-{ArchiveWriter.Safe(number)}.zip", manifest.ListHash, writer.Write);
        }, cancel);
    }

    // 往外写的时候，留记录的那件事已经办完，另开一次库。
    private async Task<byte[]> Again(CaseId id, DossierKey key, int number, CancellationToken cancel)
    {
        await using var db = database.CreateContext();
        return (await files.Load(db, id, key, number, cancel))?.Content ?? [];
    }

    private static async Task Application(ArchiveWriter writer, PermittedScope scope, RequestCaseRow row, DossierKey key, CancellationToken cancel)
    {
        var (content, applicant) = (row.ToContent(key), ApplicantFields.Read(await scope.Act.Personal.Read(row.Subject, cancel)));
        (string Name, string? Text)[] lines =
        [
            ("案号", row.Number), ("查询码", row.TrackCode), ("申请人类别", row.Applicant.Caption()), ("姓名或者名称", applicant.Name?.Reveal()), (applicant.IdentityKind ?? "证件号码", applicant.Identity?.Reveal()),
            ("电话", applicant.Phone?.Reveal()), ("电子邮箱", applicant.Email?.Reveal()), ("通信地址", applicant.Address?.Reveal()), ("共同申请人", string.Join('、', applicant.Others)), ("代理人", applicant.AgentName?.Reveal()),
            ("代理人电话", applicant.AgentPhone?.Reveal()), ("委托的证明", applicant.AgentAuthority), ("所需信息", content.Wanted), ("怎样提供", content.Form.Caption()), ("怎样送来", content.Delivery.Caption()), ("需要的帮助", content.Assistance),
            ("提交的时刻", LegalTime.MomentOf(row.SubmittedAt).ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture)), ("收到日", Iso(row.ReceivedOn)), ("结局", row.Outcome?.Entry().Caption), ("答复日、终止日", Iso(row.ResultOn)),
        ];
        var text = string.Concat(lines.Where(line => !string.IsNullOrWhiteSpace(line.Text)).Select(line => $"{line.Name}：{line.Text}\r\n"));
        writer.Add("application.txt", "申请", [.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(text)]);
    }

    private static async Task Events(ArchiveWriter writer, PermittedScope scope, RequestCaseRow row, DossierKey key, CancellationToken cancel)
    {
        var events = row.ToEvents(key).ToList();
        var names = await DeskQueries.Names(scope.Db, [.. events.Select(happened => happened.By?.Value).OfType<Guid>().Distinct()], cancel);
        string[] head = ["第几件", "做了什么", "算哪一天", "记下的时刻", "角色", "谁", "原来的状态", "之后的状态", "说明", "证据", "号码", "结局"];
        writer.AddTable("events.csv", "经过", events.Select(happened => (IReadOnlyList<string?>)
        [
            happened.Number.ToString(CultureInfo.InvariantCulture), happened.Action.Caption(), Iso(happened.On), LegalTime.MomentOf(happened.At).ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture), happened.Role.Caption(),
            happened.By is { } by ? names.GetValueOrDefault(by.Value) : null, happened.From.Caption(), happened.To.Caption(), happened.Details.Text, happened.Details.Evidence, happened.Details.Number, happened.Details.Outcome?.Entry().Caption,
        ]).Prepend(head));
        writer.AddJson("events.json", "经过，连同全部细节", events);
    }

    // 没有提醒过的不放。
    private static async Task Reminders(ArchiveWriter writer, PermittedScope scope, CaseId id, CancellationToken cancel)
    {
        var notices = await NoticeBoard.OfCase(scope.Act.Db, id, cancel);
        if (notices.IsEmpty) return;
        string[] head = ["时刻", "为什么", "照哪一天", "告诉了谁", "代谁", "邮件", "看过的时刻"];
        writer.AddTable("reminders.csv", "何时提醒了谁", notices.SelectMany(notice => notice.People.DefaultIfEmpty(new ToldPerson("没有可以告诉的人", null, null, NoticeMail.None)).Select(person => (IReadOnlyList<string?>)
        [
            Moment(notice.At), notice.Kind.Caption(), Iso(notice.DueOn), person.Name, person.OnBehalfOf, person.Mail switch { NoticeMail.Sent => "发出", NoticeMail.Waiting => "等着发", NoticeMail.Failed => "没有发出", _ => null }, person.ReadAt is { } read ? Moment(read) : null,
        ])).Prepend(head));

        static string Moment(DateTimeOffset at) => LegalTime.MomentOf(at).ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture);
    }

    private static string Iso(DateOnly? date) => date?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "";
}

/// <summary>做好的一个归档包；打印、写日志不带内容。</summary>
/// <param name="Name">文件名。</param>
/// <param name="ListHash">整张单子的散列。</param>
/// <param name="Write">把 ZIP 写到流里，边取边写；案卷有多大都不整个放在内存里。</param>
public sealed record ArchivedCase(string Name, string ListHash, Func<Stream, CancellationToken, Task> Write);

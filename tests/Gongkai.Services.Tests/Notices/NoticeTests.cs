using Gongkai.AnnualReports.Filing;
using Gongkai.AnnualReports.Writing;
using Gongkai.Data;
using Gongkai.Data.Outbox;
using Gongkai.Organisations.Access;
using Gongkai.Organisations.People;
using Gongkai.Requests.Outcomes;
using Gongkai.Requests.Process;
using Gongkai.Services.Notices;
using Gongkai.Services.Organisations;
using Gongkai.Testing.Builders;
using Gongkai.Testing.Databases;
using Gongkai.Testing.Mailing;
using Gongkai.Testing.Organisations;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Services.Tests.Notices;

/// <summary>提醒：到了哪一天告诉谁，在后台和用邮件；记着，不重复，不泄露。</summary>
public sealed class NoticeTests
{
    private static readonly CancellationToken None = CancellationToken.None;

    [Theory, OnSqlite, OnPostgres]
    public async Task Each_threshold_is_told_once_to_those_it_concerns_in_the_console_and_by_mail(Engine engine)
    {
        await using var test = await NoticeOffice.Create(engine);
        var (handler, head) = (test.Office.Holder(Role.Handler), test.Office.Holder(Role.DisclosureOfficeHead));
        await test.Confirm(handler, "handler@yunze.example");
        var id = (await test.Cases.Processing()).Case;
        var due = (await test.Cases.Open(id)).Line.DueOn!.Value;
        (await test.Notices.Cases.Run(None)).ShouldBe(0, "还早。");

        test.WalkTo(due);
        (await test.Notices.Cases.Run(None)).ShouldBe(1);
        (await test.Notices.Cases.Run(None)).ShouldBe(0, "提醒过了。");
        (await test.Send()).ShouldBe(1);
        test.WalkTo(due.AddDays(1));
        (await test.Notices.Cases.Run(None)).ShouldBe(1);
        (await test.Send()).ShouldBe(1);
        test.WalkTo(due.AddDays(9));
        (await test.Notices.Cases.Run(None)).ShouldBe(0);

        var told = await test.Notices.Board.OfCase(await test.Office.Current(handler), id, None);
        told.Select(one => (one.Kind, one.DueOn)).ShouldBe([(NoticeKind.CaseDueToday, due), (NoticeKind.CaseOverdue, due)]);
        told[0].People.ShouldHaveSingleItem().Mail.ShouldBe(NoticeMail.Sent);
        told[1].People.Select(one => one.Mail).ShouldBe([NoticeMail.Sent, NoticeMail.None, NoticeMail.None], ignoreOrder: true, customMessage: "经办、公开机构负责人、分管领导。");
        var page = await test.Notices.Board.Of(await test.Office.Current(head), true, 10, None);
        page.Lines.ShouldHaveSingleItem().ShouldSatisfyAllConditions(line => line.Kind.ShouldBe(NoticeKind.CaseOverdue), line => line.Case.ShouldBe(id));
        InventedCity.Done(await test.Notices.Board.MarkRead(head, test.City.Clock.GetUtcNow(), None)).ShouldBe(1);
        (await test.Notices.Board.Of(await test.Office.Current(head), true, 10, None)).Unread.ShouldBe(0);
        (await test.City.Database.VerifyAudit([], None)).Problems.ShouldBeEmpty();
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_mail_says_number_stage_and_day_and_nothing_of_the_applicant(Engine engine)
    {
        await using var test = await NoticeOffice.Create(engine);
        await test.Confirm(test.Office.Holder(Role.Handler), "handler@yunze.example");
        var id = (await test.Cases.Processing()).Case;
        var line = (await test.Cases.Open(id)).Line;
        test.WalkTo(line.DueOn!.Value.AddDays(2));
        await test.Notices.Cases.Run(None);
        await test.Send();

        var mail = test.Server!.Received[^1];
        mail.To.Mailboxes.Single().Address.ShouldBe("handler@yunze.example");
        mail.From.Mailboxes.Single().Address.ShouldBe("xxgk@yunze.example");
        mail.Subject.ShouldBe($"【政府信息公开】{line.Number}：申请逾期");
        foreach (var said in (string[])[line.Number!, "云泽市文化广播局", "办理", $"{line.DueOn:yyyy年M月d日}", $"https://xxgk.yunze.example/console/cases/{id.Value:D}"]) mail.TextBody!.ShouldContain(said);
        foreach (var secret in (string[])["某乙", "999900199001010014", "13800138000", "yi@example.cn", "湖滨路", "补助"]) mail.ToString().ShouldNotContain(secret);
        (await test.Audit()).ShouldAllBe(text => !text.Contains("@yunze.example", StringComparison.Ordinal), "地址不在记录里，也不在待发里。");
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_day_that_moves_is_told_anew_and_a_pause_or_an_answer_is_not_told(Engine engine)
    {
        await using var test = await NoticeOffice.Create(engine, mail: false);
        var (id, paused, answered) = ((await test.Cases.Processing()).Case, (await test.Cases.Processing()).Case, (await test.Cases.Processing()).Case);
        await test.Cases.Done(paused, Role.DisclosureOfficeHead, CaseAction.ConsultThirdParty, new() { Party = "某文化公司" });
        await test.Cases.Answer(answered, new() { Outcome = CaseOutcome.Granted });
        var due = (await test.Cases.Open(id)).Line.DueOn!.Value;
        test.WalkTo(due);
        (await test.Notices.Cases.Run(None)).ShouldBe(1, "停着的、答复了的不提醒。");
        await test.Cases.Done(id, Role.DisclosureOfficeHead, CaseAction.ApproveExtension, new() { Days = 10, Text = "涉及几个科室" });
        (await test.Cases.Open(id)).Line.DueOn.ShouldBe(due, "告知了申请人才生效。");
        await test.Cases.Done(id, Role.Handler, CaseAction.NotifyExtension);
        var moved = (await test.Cases.Open(id)).Line.DueOn!.Value;

        test.WalkTo(moved);
        (await test.Notices.Cases.Run(None)).ShouldBe(1);

        var told = await test.Notices.Board.OfCase(await test.Office.Current(test.Office.Holder(Role.Handler)), id, None);
        told.Select(one => (one.Kind, one.DueOn)).ShouldBe([(NoticeKind.CaseDueToday, due), (NoticeKind.CaseDueToday, moved)]);
        told.SelectMany(one => one.People).ShouldAllBe(one => one.Mail == NoticeMail.None);
        await using var db = test.City.Database.CreateContext();
        (await db.Outbox.CountAsync()).ShouldBe(0, "没有配置邮件，什么也不排队。");
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_delegate_is_told_as_well_and_watchers_are_told_of_steps_while_they_may_see_the_case(Engine engine)
    {
        await using var test = await NoticeOffice.Create(engine, mail: false);
        var (handler, other, legal) = (test.Office.Holder(Role.Handler), await test.City.Somebody(Role.Handler, test.Office.Unit), test.Office.Holder(Role.LegalReviewer));
        var id = (await test.Cases.Processing()).Case;
        var due = (await test.Cases.Open(id)).Line.DueOn!.Value;
        InventedCity.Done(await test.Notices.Watching.Set(legal, id, true, None));
        (await test.Notices.Watching.Set(test.City.Administrator, id, true, None)).Refusal.ShouldBeOfType<AccessRefusal>("管理员看不见案件，也不能关注。");
        await test.Cases.Done(id, Role.Handler, CaseAction.StartDraft);
        test.WalkTo(due);
        InventedCity.Done(await test.City.Services.Delegations.Give(handler, new GiveDelegation(handler, await Substitute(), test.Office.Unit, Role.Handler, due, due.AddDays(3), "出差"), null, None));
        await test.Notices.Cases.Run(None);

        var told = await test.Notices.Board.OfCase(await test.Office.Current(handler), id, None);
        told.Select(one => one.Kind).ShouldBe([NoticeKind.CaseMoved, NoticeKind.CaseDueToday]);
        told[0].People.ShouldHaveSingleItem();
        told[1].People.Length.ShouldBe(3, "经办、受他委托的、关注的。");
        told[1].People.Count(one => one.OnBehalfOf is not null).ShouldBe(1);
        InventedCity.Done(await test.Notices.Watching.Set(legal, id, false, None));
        await test.Cases.Done(id, Role.Handler, CaseAction.ResumeProcessing);
        (await test.Notices.Board.OfCase(await test.Office.Current(handler), id, None)).Length.ShouldBe(2, "取消了关注。");
        (await test.Notices.Board.Of(await test.Office.Current(other), true, 10, None)).Unread.ShouldBe(0);

        async Task<PersonId> Substitute() => await test.City.Somebody(Role.OfficeHead, test.Office.Unit);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_server_that_is_down_is_tried_again_then_given_up_seen_by_the_administrator_and_sent_when_tried_anew(Engine engine)
    {
        await using var test = await NoticeOffice.Create(engine);
        var handler = test.Office.Holder(Role.Handler);
        await test.Confirm(handler, "handler@yunze.example");
        var id = (await test.Cases.Processing()).Case;
        test.WalkTo((await test.Cases.Open(id)).Line.DueOn!.Value);
        await test.Notices.Cases.Run(None);
        var down = TestMailServer.SettingsOf(TestMailServer.FreePort());

        (await test.Send(down)).ShouldBe(0);
        (await test.Notices.Mail.Stuck(await test.Office.Current(test.City.Administrator), None)).ShouldBeEmpty("还在试。");
        for (var attempt = 1; attempt < OutboxDispatcher.MostAttempts; attempt++)
        {
            test.City.Clock.Advance(TimeSpan.FromHours(7));
            await test.Send(down);
        }

        var stuck = (await test.Notices.Mail.Stuck(await test.Office.Current(test.City.Administrator), None)).ShouldHaveSingleItem();
        (stuck.Attempts, stuck.Error).ShouldBe((OutboxDispatcher.MostAttempts, $"连不上邮件服务器 {down}。"));
        (await test.Notices.Mail.Stuck(await test.Office.Current(handler), None)).ShouldBeEmpty("只给管理员看。");
        (await test.Notices.Board.OfCase(await test.Office.Current(handler), id, None))[0].People[0].Mail.ShouldBe(NoticeMail.Failed);

        InventedCity.Done(await test.Notices.Mail.TryAgain(test.City.Administrator, None)).ShouldBe(1);
        (await test.Send()).ShouldBe(1);
        (await test.Notices.Board.OfCase(await test.Office.Current(handler), id, None))[0].People[0].Mail.ShouldBe(NoticeMail.Sent);
    }

    [Fact]
    public async Task A_refused_address_is_not_repeated_in_what_the_administrator_reads()
    {
        await using var test = await NoticeOffice.Create(Engine.Sqlite);
        await test.Confirm(test.Office.Holder(Role.Handler), "handler@yunze.example");
        await test.Confirm(test.City.Administrator, "admin@yunze.example");
        var id = (await test.Cases.Processing()).Case;
        test.WalkTo((await test.Cases.Open(id)).Line.DueOn!.Value);
        await test.Notices.Cases.Run(None);
        test.Server!.Refuses = true;
        (await test.Send()).ShouldBe(0);

        (await test.Audit()).ShouldContain(text => text.Contains("不收这封邮件（550）", StringComparison.Ordinal));
        (await test.Audit()).ShouldAllBe(text => !text.Contains("handler@", StringComparison.Ordinal));
        (await test.Notices.Mail.Test(test.City.Administrator, None)).Refusal!.Reason.ShouldContain("550");
        test.Server.Refuses = false;
        InventedCity.Done(await test.Notices.Mail.Test(test.City.Administrator, None)).ShouldBe("a****@yunze.example");
        test.Server.Recipients[^1].ShouldBe("admin@yunze.example");
        (await test.Notices.Mail.Test(test.Office.Holder(Role.Handler), None)).Refusal.ShouldBeOfType<AccessRefusal>();
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task An_address_is_used_after_its_code_came_back_and_not_for_what_is_declined_or_after_it_is_removed(Engine engine)
    {
        await using var test = await NoticeOffice.Create(engine);
        var handler = test.Office.Holder(Role.Handler);
        foreach (var wrong in (string?[])[null, "", "handler", "某人 <a@b.example>", "a@b", new string('a', 100) + "@b.example"]) (await test.Notices.Addresses.Begin(handler, wrong, None)).Refusal!.Reason.ShouldContain("邮箱的地址");
        InventedCity.Done(await test.Notices.Addresses.Begin(handler, "handler@yunze.example", None));
        (await test.Notices.Addresses.Begin(handler, "other@yunze.example", None)).Refusal!.Reason.ShouldContain("一分钟");
        await test.Send();
        for (var wrong = 1; wrong < 5; wrong++) (await test.Notices.Addresses.Confirm(handler, "x", None)).Refusal!.Reason.ShouldContain("不对");
        (await test.Notices.Addresses.Confirm(handler, "x", None)).Refusal!.Reason.ShouldContain("五次");
        (await test.Notices.Addresses.Confirm(handler, Code(), None)).Refusal!.Reason.ShouldContain("重新发", customMessage: "错了五次，对的也不认。");

        test.City.Clock.Advance(TimeSpan.FromMinutes(2));
        await test.Confirm(handler, "handler@yunze.example");
        (await test.Notices.Addresses.Of(handler, None)).ShouldSatisfyAllConditions(mail => mail.Shown.ShouldBe("h******@yunze.example"), mail => mail.IsWaiting.ShouldBeFalse());
        InventedCity.Done(await test.Notices.Addresses.Decline(handler, [NoticeKind.CaseDueToday], None));
        var id = (await test.Cases.Processing()).Case;
        var due = (await test.Cases.Open(id)).Line.DueOn!.Value;
        test.WalkTo(due);
        await test.Notices.Cases.Run(None);
        (await test.Send()).ShouldBe(0, "谢绝了这一种。");
        test.WalkTo(due.AddDays(1));
        await test.Notices.Cases.Run(None);
        InventedCity.Done(await test.Notices.Addresses.Remove(handler, None));
        var before = test.Server!.Received.Count;
        await test.Send();
        test.Server.Received.Count.ShouldBe(before, "排着队的，邮箱去掉了也不发。");

        string Code() => test.Server!.Received[^1].TextBody!.Split('\n')[0]["确认码：".Length..].Trim();
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task The_deadline_of_the_report_is_told_once_of_each_kind_and_an_urging_goes_by_mail_too(Engine engine)
    {
        await using var test = await NoticeOffice.Create(engine);
        var handler = test.Office.Holder(Role.Handler);
        await test.Confirm(handler, "handler@yunze.example");
        var year = test.City.Today.Year;
        foreach (var (day, made) in ((DateOnly, int)[])[(new(year + 1, 1, 15), 0), (new(year + 1, 1, 25), 1), (new(year + 1, 1, 26), 0), (new(year + 1, 1, 31), 1), (new(year + 1, 2, 3), 1), (new(year + 1, 2, 4), 0)])
        {
            test.WalkTo(day);
            (await test.Notices.Reports.Run(None)).ShouldBe(made, $"{day}");
        }

        await test.Send();
        var told = await test.Notices.Board.OfReport(await test.Office.Current(handler), test.Office.Unit, year, None);
        told.Select(one => one.Kind).ShouldBe([NoticeKind.ReportNearDue, NoticeKind.ReportDueToday, NoticeKind.ReportOverdue]);
        told[2].People.Length.ShouldBeGreaterThan(told[0].People.Length, "逾期的，负责人也知道。");
        test.Server!.Received.Select(mail => mail.Subject).ShouldContain($"【政府信息公开】{year} 年度年报：年报逾期");
        test.Server.Received[^1].TextBody!.ShouldContain($"https://xxgk.yunze.example/console/reports/{test.Office.Unit}/{year}");

        var officer = await test.City.Somebody(Role.AuthorityOfficer, test.City.CityOffice);
        var publication = new Gongkai.Services.Publication.PublicationServices(test.City.Database, test.City.Services, test.City.Clock, test.Settings);
        InventedCity.Done(await publication.Collection.Remind(officer, test.City.CityOffice, year, [test.Office.Unit], "请尽快报送", null, None));
        await test.Send();
        test.Server.Received[^1].Subject.ShouldEndWith("主管部门催报年报");
        (await test.Notices.Board.OfReport(await test.Office.Current(handler), test.Office.Unit, year, None))[^1].Kind.ShouldBe(NoticeKind.ReportUrged);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task An_earlier_local_day_is_the_one_told_a_government_has_until_March_and_what_is_handed_in_is_told_no_more(Engine engine)
    {
        await using var test = await NoticeOffice.Create(engine, mail: false);
        var (officer, year) = (await test.City.Somebody(Role.AuthorityOfficer, test.City.CityOffice), test.City.Today.Year);
        var county = await InventedOffice.Create(test.City, test.City.County);
        InventedCity.Done(await test.Office.Publication.ReportDeadlines.Change(officer, test.City.CityOffice, new LocalDeadlines(new MonthDay(1, 20), new MonthDay(1, 25), null, null), null, None));
        foreach (var (day, made) in ((DateOnly, int)[])[(new(year + 1, 1, 9), 0), (new(year + 1, 1, 10), 1), (new(year + 1, 1, 20), 1)]) await Round(day, made);
        (await Told(test.Office)).ShouldBe([(NoticeKind.ReportNearDue, new DateOnly(year + 1, 1, 20)), (NoticeKind.ReportDueToday, new DateOnly(year + 1, 1, 20))]);

        using var file = new MemoryStream(ReportWriter.Write(ReportBuilder.Clean2021().Build() with { Year = year, Title = $"云泽市文化广播局{year}年政府信息公开工作年度报告" }, ReportFormat.Docx).Value);
        InventedCity.Done(await test.Office.Publication.Reports.Put(test.Office.Holder(Role.Handler), test.Office.Unit, year, 0, file, "年报.docx", None));
        var filing = new InventedFiling(test.Office, officer, year);
        await filing.Submit();
        await Round(new(year + 1, 1, 26), 0);
        await filing.Do(FilingAction.Accept, await test.City.Somebody(Role.AuthorityOfficer, test.City.CityOffice));
        await Round(new(year + 1, 1, 27), 1);
        (await Told(test.Office))[^1].ShouldBe((NoticeKind.ReportOverdue, new DateOnly(year + 1, 1, 25)), "接收了还没有公布。");
        await Round(new(year + 1, 3, 20), 0);
        await Round(new(year + 1, 3, 21), 1);
        (await Told(county)).ShouldBe([(NoticeKind.ReportNearDue, new DateOnly(year + 1, 3, 31))]);
        (await test.Notices.Board.OfReport(await test.Office.Current(test.Office.Holder(Role.Handler)), test.City.County, year, None)).ShouldBeEmpty("别的单位的看不见。");
        (await test.City.Database.VerifyAudit([], None)).Problems.ShouldBeEmpty();

        async Task Round(DateOnly day, int made)
        {
            test.WalkTo(day);
            (await test.Notices.Reports.Run(None)).ShouldBe(made, $"{day}");
            (await test.Notices.Reports.Run(None)).ShouldBe(0, $"{day}，再来一遍。");
        }

        async Task<List<(NoticeKind, DateOnly?)>> Told(InventedOffice office) =>
            [.. (await test.Notices.Board.OfReport(await office.Current(office.Holder(Role.Handler)), office.Unit, year, None)).Select(one => (one.Kind, one.DueOn))];
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task An_applicant_who_wants_it_is_told_of_each_letter_and_what_did_not_go_out_stands_on_the_file(Engine engine)
    {
        await using var test = await NoticeOffice.Create(engine);
        var told = InventedCases.Application() with { MailNotices = true };
        var id = (await test.Cases.Processing(told)).Case;
        await test.Cases.Processing();
        await test.Cases.Processing(told with { Email = null });
        await test.Send();

        var mail = test.Server!.Received.ShouldHaveSingleItem();
        mail.To.Mailboxes.Single().Address.ShouldBe("yi@example.cn");
        mail.TextBody!.ShouldContain("您向云泽市文化广播局提交的申请有新的进展，请凭查询码查询：https://xxgk.yunze.example/track");
        foreach (var secret in (string[])["某乙", "补助", "2026-", "SQ"]) mail.TextBody!.ShouldNotContain(secret);
        (await test.Audit()).ShouldAllBe(text => !text.Contains("yi@example.cn", StringComparison.Ordinal));
        var sent = await test.Notices.Board.Applicant(await test.Office.Current(test.Office.Holder(Role.Handler)), id, None);
        sent.ShouldHaveSingleItem().Mail.ShouldBe(NoticeMail.Sent);

        await using var without = await NoticeOffice.Create(engine, mail: false);
        var silent = (await without.Cases.Processing(told)).Case;
        (await without.Notices.Board.Applicant(await without.Office.Current(without.Office.Holder(Role.Handler)), silent, None)).ShouldHaveSingleItem().Mail.ShouldBe(NoticeMail.None);
    }
}

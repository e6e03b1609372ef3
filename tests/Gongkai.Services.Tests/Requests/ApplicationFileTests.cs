using System.Text;
using Gongkai.Data;
using Gongkai.Data.Acts;
using Gongkai.Data.Mapping.Requests;
using Gongkai.Organisations.Access;
using Gongkai.Services.Requests;
using Gongkai.Testing.Databases;
using Gongkai.Testing.Files;
using Gongkai.Testing.Organisations;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Services.Tests.Requests;

/// <summary>申请所附的材料：封着存，谁看了记下；太大的、太厚的、带毒的不收。</summary>
public sealed class ApplicationFileTests
{
    private static readonly CancellationToken None = CancellationToken.None;

    private static readonly byte[] Picture = [0x89, .. "PNG\r\n\u001a\n"u8, .. "身份证的照片，谁也不该看见"u8];

    [Theory, OnSqlite, OnPostgres]
    public async Task Files_are_sealed_registered_and_read_only_by_those_who_may_see_the_person(Engine engine)
    {
        await using var city = await InventedCity.Create(engine);
        var cases = new InventedCases(await InventedOffice.Create(city));
        var kept = InventedCity.Done(await Accept(cases.Requests, "钥匙", Picture, "../我的身份证.jpeg"));
        kept.Name.ShouldBe("我的身份证.png", "路径去掉，扩展名照内容。");

        var receipt = InventedCity.Done(await cases.Requests.Intake.Submit(cases.Office.Unit, InventedCases.Application(), [kept.Receipt], "钥匙", None));
        InventedCity.Done(await cases.Requests.Intake.Submit(cases.Office.Unit, InventedCases.Application(), [kept.Receipt], "钥匙", None)).ShouldBe(receipt, "按两下只收一件。");

        var handler = cases.Office.Holder(Role.Handler);
        InventedCity.Done(await cases.Requests.Files.Of(await cases.Office.Current(handler), receipt.Case, None)).ShouldHaveSingleItem().Name.ShouldBe("我的身份证.png");
        InventedCity.Done(await cases.Requests.Files.Open(handler, receipt.Case, 1, None)).Content.ShouldBe(Picture);
        (await cases.Requests.Files.Open(cases.Office.Holder(Role.LegalReviewer), receipt.Case, 1, None)).Refusal.ShouldBeOfType<AccessRefusal>();
        (await cases.Requests.Files.Open(handler, receipt.Case, 2, None)).Succeeded.ShouldBeFalse();

        await using var db = city.Database.CreateContext();
        var row = await db.RequestFiles.AsNoTracking().SingleAsync();
        Encoding.UTF8.GetString(row.Name).ShouldNotContain("身份证");
        await using var stored = (await city.Database.Attachments.Open(row.Hash, None))!;
        using var box = new MemoryStream();
        await stored.CopyToAsync(box);
        Encoding.UTF8.GetString(box.ToArray()).ShouldNotContain("谁也不该看见");
        (await city.Database.VerifyAttachments(None)).ShouldBeEmpty("登记了，备份、核对都算它。");
        (await db.AuditRecords.AsNoTracking().ToListAsync()).ShouldContain(record => record.Act == "request.read-file");

        InventedCity.Done(await city.Database.Acts.Perform<bool>(new Act("test.erase", Data.Acts.Actor.System, Data.Audit.ChainId.System), async scope =>
        {
            await scope.Personal.Erase(new Subject(RequestCaseRow.SubjectKind, receipt.Case.Value), None);
            return true;
        }, None));
        (await cases.Requests.Files.Open(handler, receipt.Case, 1, None)).Succeeded.ShouldBeFalse("抹去了钥匙，文件就读不出了。");
    }

    [Fact]
    public async Task What_is_too_large_too_thick_of_another_kind_or_infected_is_not_taken_and_says_why()
    {
        await using var city = await InventedCity.Create(Engine.Sqlite);
        var script = Path.Combine(city.Settings.Folder, "scan.sh");
        await File.WriteAllTextAsync(script, "#!/bin/sh\n! grep -q EICAR \"$1\"\n");
        if (!OperatingSystem.IsWindows()) File.SetUnixFileMode(script, UnixFileMode.UserRead | UnixFileMode.UserExecute);
        var requests = new RequestServices(city.Database, city.Services, new FileScreening($"{script} {{file}}"));

        (await Accept(requests, "一", new byte[ApplicationFiles.LargestBytes + 1], "大.png")).Refusal!.Reason.ShouldContain("不超过 8 MB");
        (await Accept(requests, "一", "只是文字。"u8.ToArray(), "证.pdf")).Refusal!.Reason.ShouldContain("只收 PDF、JPG、PNG、DOCX");
        (await Accept(requests, "一", InventedPdf.Blank(5000), "厚.pdf")).Refusal!.Reason.ShouldContain("有 5000 页，至多收 100 页");
        (await Accept(requests, "一", InventedPdf.Blank(2), "委托书.pdf")).Succeeded.ShouldBeTrue();
        (await Accept(requests, "一", "%PDF-1.4 坏的"u8.ToArray(), "坏.pdf")).Refusal!.Reason.ShouldContain("请换一份");
        (await Accept(requests, "一", [.. Picture, .. "EICAR"u8], "毒.png")).Refusal!.Reason.ShouldBe("查毒没有通过，这个文件不收。");
        (await Accept(new RequestServices(city.Database, city.Services, new FileScreening("no-such-scanner")), "一", Picture, "好.png")).Refusal!.Reason.ShouldContain("没有跑成");
        await using var db = city.Database.CreateContext();
        (await db.RequestFiles.CountAsync()).ShouldBe(0);
    }

    [Fact]
    public async Task A_receipt_of_another_form_is_worth_nothing()
    {
        await using var city = await InventedCity.Create(Engine.Sqlite);
        var cases = new InventedCases(await InventedOffice.Create(city));
        var kept = InventedCity.Done(await Accept(cases.Requests, "别人的", Picture, "证.png"));

        (await cases.Requests.Intake.Submit(cases.Office.Unit, InventedCases.Application(), [kept.Receipt], "我的", None)).Refusal!.Reason.ShouldContain("收条不对");
        (await cases.Requests.Intake.Submit(cases.Office.Unit, InventedCases.Application(), ["伪造"], "我的", None)).Refusal!.Reason.ShouldContain("收条不对");
        cases.Requests.ApplicationFiles.Redeem("我的", kept.Receipt).ShouldBeNull();
        (await cases.Requests.Intake.Submit(cases.Office.Unit, InventedCases.Application(), ["一", "二", "三", "四", "五", "六"], "我的", None)).Refusal!.Reason.ShouldBe("附件至多 5 个。");
    }

    private static async Task<Law.Outcome<KeptFile>> Accept(RequestServices requests, string form, byte[] content, string name)
    {
        using var stream = new MemoryStream(content);
        return await requests.ApplicationFiles.Accept(form, stream, name, None);
    }
}

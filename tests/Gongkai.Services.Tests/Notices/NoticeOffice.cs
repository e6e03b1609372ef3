using Gongkai.Data;
using Gongkai.Data.Outbox;
using Gongkai.Organisations.People;
using Gongkai.Services.Mailing;
using Gongkai.Services.Notices;
using Gongkai.Services.Requests;
using Gongkai.Testing.Mailing;
using Gongkai.Testing.Organisations;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Services.Tests.Notices;

/// <summary>文化广播局、它收到的申请、一个真的邮件服务器；提醒与发信由测试叫它做。</summary>
internal sealed class NoticeOffice : IAsyncDisposable
{
    private static readonly CancellationToken None = CancellationToken.None;

    private readonly Leases _leases;

    private NoticeOffice(InventedOffice office, TestMailServer? server, MailSettings settings)
    {
        (Office, Server, Settings) = (office, server, settings);
        _leases = new Leases(office.City.Database, office.City.Clock, Guid.NewGuid());
        Cases = new InventedCases(office, new RequestServices(office.City.Database, office.City.Services, null, settings));
        Notices = new NoticeServices(office.City.Database, office.City.Services, office.City.Clock, settings);
    }

    public InventedOffice Office { get; }

    public InventedCity City => Office.City;

    public InventedCases Cases { get; }

    public NoticeServices Notices { get; }

    public MailSettings Settings { get; }

    public TestMailServer? Server { get; }

    /// <param name="mail">配置了邮件没有。</param>
    public static async Task<NoticeOffice> Create(Engine engine, bool mail = true)
    {
        var office = await InventedOffice.Create(await InventedCity.Create(engine));
        var server = mail ? TestMailServer.Start() : null;
        return new NoticeOffice(office, server, server?.Settings ?? MailSettings.Off);
    }

    /// <summary>这个人写好、确认了邮箱。</summary>
    public async Task Confirm(PersonId person, string address)
    {
        InventedCity.Done(await Notices.Addresses.Begin(person, address, None));
        (await Send()).ShouldBe(1);
        var code = Server!.Received[^1].TextBody!.Split('\n')[0]["确认码：".Length..].Trim();
        InventedCity.Done(await Notices.Addresses.Confirm(person, code, None));
    }

    /// <summary>送一轮，答复送成了几封。</summary>
    /// <param name="settings">换一个服务器。</param>
    public Task<int> Send(MailSettings? settings = null) =>
        new OutboxDispatcher(City.Database, City.Clock, _leases, new MailSender(City.Database, City.Services.Trees, settings ?? Settings).Senders).RunOnce(None);

    /// <summary>走到那天早上九点。</summary>
    public void WalkTo(DateOnly day) => City.Clock.Advance(Law.LegalTime.StartOf(day).AddHours(9) - City.Clock.GetUtcNow());

    public async Task<List<string>> Audit()
    {
        await using var db = City.Database.CreateContext();
        return [.. (await db.AuditRecords.AsNoTracking().ToListAsync()).Select(record => $"{record.Act} {record.Changes} {record.Reason}"), .. (await db.Outbox.AsNoTracking().ToListAsync()).Select(message => $"{message.Payload} {message.LastError}")];
    }

    public async ValueTask DisposeAsync()
    {
        if (Server is not null) await Server.DisposeAsync();
        await City.DisposeAsync();
    }
}

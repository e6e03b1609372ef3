using Gongkai.Data;
using Gongkai.Services.Organisations;

namespace Gongkai.Services.Publication;

/// <summary>主动公开的各项服务，凑成一套：网站、命令行、测试都从这里取。</summary>
public sealed class PublicationServices
{
    /// <param name="database">打开的数据库。</param>
    /// <param name="organisations">单位与人员的服务。</param>
    /// <param name="clock">时钟。</param>
    public PublicationServices(Database database, OrganisationServices organisations, TimeProvider clock)
    {
        Content = new PublicContent(database);
        Drafts = new Drafts(database, organisations.Acts);
        Reviews = new Reviews(database, organisations.Acts, Content);
        Timed = new TimedPublication(database, organisations.Trees, clock, Content);
        Desk = new ItemDesk(database, clock);
        Work = new WorkDesk(database, clock);
        Bulk = new BulkReviews(database, Reviews, clock);
        Ledger = new LedgerDesk(database);
        Catalogue = new PublicCatalogue(database, organisations.Trees);
    }

    /// <summary>公开的内容变没变。</summary>
    public PublicContent Content { get; }

    /// <summary>拟稿与改稿。</summary>
    public Drafts Drafts { get; }

    /// <summary>审查与发布。</summary>
    public Reviews Reviews { get; }

    /// <summary>定时发布。</summary>
    public TimedPublication Timed { get; }

    /// <summary>工作人员看的：清单与一条的全部。</summary>
    public ItemDesk Desk { get; }

    /// <summary>一个人的工作清单。</summary>
    public WorkDesk Work { get; }

    /// <summary>成批办理。</summary>
    public BulkReviews Bulk { get; }

    /// <summary>发布台账。</summary>
    public LedgerDesk Ledger { get; }

    /// <summary>公众看的：目录、检索、一条信息。</summary>
    public PublicCatalogue Catalogue { get; }
}

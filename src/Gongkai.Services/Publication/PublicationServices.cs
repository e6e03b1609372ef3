using Gongkai.AnnualReports.Writing;
using Gongkai.Data;
using Gongkai.Services.AnnualReports;
using Gongkai.Services.Mailing;
using Gongkai.Services.Organisations;
using Gongkai.Services.Publication.Channels;
using Gongkai.Services.Publication.Columns;
using Gongkai.Services.Publication.Findings;
using Gongkai.Services.Publication.Guide;
using Gongkai.Services.Publication.Matters;
using Gongkai.Services.Publication.Normative;
using Gongkai.Services.Publication.Opinions;

namespace Gongkai.Services.Publication;

/// <summary>主动公开的各项服务，凑成一套：网站、命令行、测试都从这里取。</summary>
public sealed class PublicationServices
{
    /// <param name="database">打开的数据库。</param>
    /// <param name="organisations">单位与人员的服务。</param>
    /// <param name="clock">时钟。</param>
    /// <param name="mail">发邮件的设置；不写的不发。</param>
    public PublicationServices(Database database, OrganisationServices organisations, TimeProvider clock, MailSettings? mail = null)
    {
        Content = new PublicContent(database);
        organisations.Units.WhenChanged(Content.Announce);
        Drafts = new Drafts(database, organisations.Acts);
        Examinations = new FileExaminations(database, clock);
        Screenings = new Screenings(database, Examinations);
        Exemptions = new ExemptionDesk(database, organisations.Acts, Screenings);
        Rescans = new PublishedRescans(database, organisations.Acts, Screenings, Examinations);
        Reviews = new Reviews(database, organisations.Acts, Content, Screenings);
        Timed = new TimedPublication(database, organisations.Trees, clock, Content, Screenings);
        Desk = new ItemDesk(database, Screenings, clock);
        Work = new WorkDesk(database, clock);
        Bulk = new BulkReviews(database, Reviews, Screenings, clock);
        Ledger = new LedgerDesk(database);
        Uploads = new Uploads(database);
        Catalogue = new PublicCatalogue(database, organisations.Trees);
        var (acts, trees) = (organisations.Acts, organisations.Trees);
        Pages = new StandingPages(database, acts, Content);
        PublicPages = new PublicStandingPages(database);
        Columns = new ColumnTrees(database, acts, Content, Catalogue);
        Normative = new NormativeDesk(database, trees, acts, Content, clock);
        Cleanups = new NormativeCleanups(database, trees, acts, Content, clock);
        Interpretations = new InterpretationLinks(database, trees, acts, Content, clock);
        NormativeBoard = new NormativeBoard(database);
        Library = new PublicLibrary(database, trees);
        Search = new PublicSearch(database, trees, Library, clock);
        Matters = new MatterDesk(database, acts, Content);
        MatterBoard = new MatterBoard(database);
        PublicMatters = new PublicMatters(database, trees);
        Counting = new DisclosureCounting(database, trees);
        Reports = new ReportShelf(database, acts);
        Filings = new ReportFilings(database, acts, Content, ReportExport.Published);
        ReportBoard = new ReportBoard(database);
        Collection = new ReportGathering(database, acts, Reports, mail ?? MailSettings.Off);
        ReportDeadlines = new DeadlineSettings(database, acts);
        PublicReports = new PublicReports(database, trees);
        Opinions = new OpinionDesk(database, acts, Content);
        OpinionIntake = new OpinionIntake(database, acts);
        OpinionGroups = new OpinionGrouping(database, acts);
        OpinionBoard = new OpinionBoard(database, acts);
        PublicOpinions = new PublicOpinions(database, trees);
        Channels = new ChannelDesk(database, acts);
        ChannelBoard = new ChannelBoard(database);
        ChannelSender = new ChannelSender(database, trees, clock);
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

    /// <summary>附件的查验与净化副本。</summary>
    public FileExaminations Examinations { get; }

    /// <summary>扫描命中的豁免。</summary>
    public ExemptionDesk Exemptions { get; }

    /// <summary>已发布的再扫描。</summary>
    public PublishedRescans Rescans { get; }

    /// <summary>一条信息的扫描和处置。</summary>
    public Screenings Screenings { get; }

    /// <summary>收下上传的文件。</summary>
    public Uploads Uploads { get; }

    /// <summary>公众看的：目录、检索、一条信息。</summary>
    public PublicCatalogue Catalogue { get; }

    /// <summary>指南与制度：编写、审查发布。</summary>
    public StandingPages Pages { get; }

    /// <summary>公众看的指南与制度。</summary>
    public PublicStandingPages PublicPages { get; }

    /// <summary>各单位的栏目。</summary>
    public ColumnTrees Columns { get; }

    /// <summary>规章和规范性文件的登记。</summary>
    public NormativeDesk Normative { get; }

    /// <summary>清理。</summary>
    public NormativeCleanups Cleanups { get; }

    /// <summary>解读的关联。</summary>
    public InterpretationLinks Interpretations { get; }

    /// <summary>工作人员看的文件库。</summary>
    public NormativeBoard NormativeBoard { get; }

    /// <summary>公众看的文件库。</summary>
    public PublicLibrary Library { get; }

    /// <summary>公众的检索。</summary>
    public PublicSearch Search { get; }

    /// <summary>登记事项清单。</summary>
    public MatterDesk Matters { get; }

    /// <summary>工作人员看的事项清单与五公开的条数。</summary>
    public MatterBoard MatterBoard { get; }

    /// <summary>公众看的事项清单。</summary>
    public PublicMatters PublicMatters { get; }

    /// <summary>年报表二的头两行。</summary>
    public DisclosureCounting Counting { get; }

    /// <summary>年报的公布。</summary>
    public ReportShelf Reports { get; }

    /// <summary>年报的编报各步。</summary>
    public ReportFilings Filings { get; }

    /// <summary>看编报。</summary>
    public ReportBoard ReportBoard { get; }

    /// <summary>主管部门收集年报。</summary>
    public ReportGathering Collection { get; }

    /// <summary>主管部门要求的编报期限。</summary>
    public DeadlineSettings ReportDeadlines { get; }

    /// <summary>公众看的年报。</summary>
    public PublicReports PublicReports { get; }

    /// <summary>意见征集：登记、延长、中止、拟定结果、关联正式文本。</summary>
    public OpinionDesk Opinions { get; }

    /// <summary>收意见。</summary>
    public OpinionIntake OpinionIntake { get; }

    /// <summary>归并意见，写采纳情况。</summary>
    public OpinionGrouping OpinionGroups { get; }

    /// <summary>工作人员看的意见征集。</summary>
    public OpinionBoard OpinionBoard { get; }

    /// <summary>公众看的意见征集。</summary>
    public PublicOpinions PublicOpinions { get; }

    /// <summary>维护渠道账号。</summary>
    public ChannelDesk Channels { get; }

    /// <summary>看渠道账号和各次投递。</summary>
    public ChannelBoard ChannelBoard { get; }

    /// <summary>把公开的信息送到各账号。</summary>
    public ChannelSender ChannelSender { get; }
}

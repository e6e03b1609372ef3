using Gongkai.Data.Acts;
using Gongkai.Data.Audit;
using Gongkai.Data.Mapping;
using Gongkai.Data.Mapping.AnnualReports;
using Gongkai.Data.Mapping.Calendars;
using Gongkai.Data.Mapping.Notices;
using Gongkai.Data.Mapping.Organisations;
using Gongkai.Data.Mapping.Publication;
using Gongkai.Data.Mapping.Registers;
using Gongkai.Data.Mapping.Requests;
using Gongkai.Data.Mapping.Settings;
using Gongkai.Data.Mapping.SigningIn;
using Gongkai.Data.Outbox;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Data;

/// <summary>数据库：全部表的映射，两种引擎共用一个模型。改动只经 <see cref="ActRunner"/>，查询可以直接用它。</summary>
public sealed class GongkaiDbContext(DbContextOptions<GongkaiDbContext> options) : DbContext(options)
{
    /// <summary>设置。</summary>
    public DbSet<SettingRow> Settings => Set<SettingRow>();

    /// <summary>单位。</summary>
    public DbSet<UnitRow> Units => Set<UnitRow>();

    /// <summary>本地登记的区划代码。</summary>
    public DbSet<LocalRegionRow> LocalRegions => Set<LocalRegionRow>();

    /// <summary>人员。</summary>
    public DbSet<PersonRow> People => Set<PersonRow>();

    /// <summary>委托。</summary>
    public DbSet<DelegationRow> Delegations => Set<DelegationRow>();

    /// <summary>账号。</summary>
    public DbSet<AccountRow> Accounts => Set<AccountRow>();

    /// <summary>登录的会话。</summary>
    public DbSet<SignInSessionRow> SignInSessions => Set<SignInSessionRow>();

    /// <summary>接口的令牌。</summary>
    public DbSet<ApiTokenRow> ApiTokens => Set<ApiTokenRow>();

    /// <summary>网页的密钥。</summary>
    public DbSet<WebKeyRow> WebKeys => Set<WebKeyRow>();

    /// <summary>信息。</summary>
    public DbSet<ItemRow> Items => Set<ItemRow>();

    /// <summary>索引号的流水。</summary>
    public DbSet<IndexSequenceRow> IndexSequences => Set<IndexSequenceRow>();

    /// <summary>公开内容的戳，只有一行。</summary>
    public DbSet<PublicStampRow> PublicStamps => Set<PublicStampRow>();

    /// <summary>各单位的审查程序。</summary>
    public DbSet<ReviewSettingRow> ReviewSettings => Set<ReviewSettingRow>();

    /// <summary>各附件的查验。</summary>
    public DbSet<FileExaminationRow> FileExaminations => Set<FileExaminationRow>();

    /// <summary>扫描命中的豁免。</summary>
    public DbSet<ExemptionRow> Exemptions => Set<ExemptionRow>();

    /// <summary>已发布的各条的再扫描。</summary>
    public DbSet<PublishedScanRow> PublishedScans => Set<PublishedScanRow>();

    /// <summary>常设页：指南、制度。</summary>
    public DbSet<StandingPageRow> StandingPages => Set<StandingPageRow>();

    /// <summary>改过的栏目之树。</summary>
    public DbSet<ColumnTreeRow> ColumnTrees => Set<ColumnTreeRow>();

    /// <summary>事项清单的各项。</summary>
    public DbSet<MatterRow> Matters => Set<MatterRow>();

    /// <summary>登记的规章、规范性文件。</summary>
    public DbSet<NormativeDocumentRow> NormativeDocuments => Set<NormativeDocumentRow>();

    /// <summary>解读的关联。</summary>
    public DbSet<InterpretationRow> Interpretations => Set<InterpretationRow>();

    /// <summary>意见征集。</summary>
    public DbSet<OpinionRoundRow> OpinionRounds => Set<OpinionRoundRow>();

    /// <summary>归并好的各组意见。</summary>
    public DbSet<OpinionGroupRow> OpinionGroups => Set<OpinionGroupRow>();

    /// <summary>公众的各条意见。</summary>
    public DbSet<OpinionCommentRow> OpinionComments => Set<OpinionCommentRow>();

    /// <summary>申请。</summary>
    public DbSet<RequestCaseRow> RequestCases => Set<RequestCaseRow>();

    /// <summary>申请的文书。</summary>
    public DbSet<RequestLetterRow> RequestLetters => Set<RequestLetterRow>();

    /// <summary>年度快照的各件申请。</summary>
    public DbSet<RequestYearCasesRow> RequestYearCases => Set<RequestYearCasesRow>();

    /// <summary>年度快照。</summary>
    public DbSet<RequestYearRow> RequestYears => Set<RequestYearRow>();

    /// <summary>案卷里的文件。</summary>
    public DbSet<RequestFileRow> RequestFiles => Set<RequestFileRow>();

    /// <summary>各单位改写的文书。</summary>
    public DbSet<UnitLetterRow> UnitLetters => Set<UnitLetterRow>();

    /// <summary>随答复提供的文件放出的各版。</summary>
    public DbSet<RequestReleaseRow> RequestReleases => Set<RequestReleaseRow>();

    /// <summary>申请转为主动公开连到的信息。</summary>
    public DbSet<RequestPublicationRow> RequestPublications => Set<RequestPublicationRow>();

    /// <summary>申请人在答复以后说的。</summary>
    public DbSet<RequestVoiceRow> RequestVoices => Set<RequestVoiceRow>();

    /// <summary>更正申请、投诉举报。</summary>
    public DbSet<ClaimRow> Claims => Set<ClaimRow>();

    /// <summary>更正申请、投诉举报所附的文件。</summary>
    public DbSet<ClaimFileRow> ClaimFiles => Set<ClaimFileRow>();

    /// <summary>录入的节假日通知。</summary>
    public DbSet<HolidayNoticeRow> HolidayNotices => Set<HolidayNoticeRow>();

    /// <summary>公布的年报。</summary>
    public DbSet<PublishedReportRow> PublishedReports => Set<PublishedReportRow>();

    /// <summary>台账里的各笔。</summary>
    public DbSet<RegisterEntryRow> RegisterEntries => Set<RegisterEntryRow>();

    /// <summary>渠道账号。</summary>
    public DbSet<ChannelAccountRow> ChannelAccounts => Set<ChannelAccountRow>();

    /// <summary>自动发布的各次投递。</summary>
    public DbSet<ChannelDeliveryRow> ChannelDeliveries => Set<ChannelDeliveryRow>();

    /// <summary>提醒过的。</summary>
    public DbSet<ReminderRow> Reminders => Set<ReminderRow>();

    /// <summary>告诉了谁。</summary>
    public DbSet<NoticeRow> Notices => Set<NoticeRow>();

    /// <summary>谁关注着哪一件申请。</summary>
    public DbSet<CaseWatchRow> CaseWatches => Set<CaseWatchRow>();

    /// <summary>各人收提醒的邮箱。</summary>
    public DbSet<PersonMailRow> PersonMails => Set<PersonMailRow>();

    /// <summary>告诉申请人有进展的邮件。</summary>
    public DbSet<ApplicantNoticeRow> ApplicantNotices => Set<ApplicantNoticeRow>();

    /// <summary>审计记录。</summary>
    public DbSet<AuditRecord> AuditRecords => Set<AuditRecord>();

    /// <summary>各审计链的链头。</summary>
    public DbSet<AuditChain> AuditChains => Set<AuditChain>();

    /// <summary>待发的各件。</summary>
    public DbSet<OutboxMessage> Outbox => Set<OutboxMessage>();

    internal DbSet<CommandRecord> Commands => Set<CommandRecord>();

    /// <inheritdoc/>
    public override int SaveChanges(bool acceptAllChangesOnSuccess)
    {
        AggregateVersions.Advance(ChangeTracker);
        return base.SaveChanges(acceptAllChangesOnSuccess);
    }

    /// <inheritdoc/>
    public override Task<int> SaveChangesAsync(bool acceptAllChangesOnSuccess, CancellationToken cancellationToken = default)
    {
        AggregateVersions.Advance(ChangeTracker);
        return base.SaveChangesAsync(acceptAllChangesOnSuccess, cancellationToken);
    }

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        ColumnTypes.Apply(configurationBuilder);
    }

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.ApplyConfigurationsFromAssembly(typeof(GongkaiDbContext).Assembly);
        SnakeCase.Apply(modelBuilder.Model);
    }
}

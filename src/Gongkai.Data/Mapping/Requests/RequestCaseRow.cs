using Gongkai.Data.Acts;
using Gongkai.Data.PersonalData;
using Gongkai.Data.Queries.Calendars;
using Gongkai.Requests.Counting;
using Gongkai.Requests.Intake;
using Gongkai.Requests.Outcomes;
using Gongkai.Requests.Process;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Gongkai.Data.Mapping.Requests;

/// <summary>
/// 一件申请。事实是它的各件事（<see cref="RequestEventRow"/>）；这里的状态、期限、结局由各件事算出，同一个事务里一起存，
/// 清单因此只查这一张表，<c>db verify</c> 可以重算一遍来核对。
/// </summary>
public sealed class RequestCaseRow : AggregateRow
{
    /// <summary>个人信息、审计里这一种东西的名字。</summary>
    public const string SubjectKind = "request";

    /// <summary>办结了的在清单里的先后；小于它的没有办结。</summary>
    public const int Ended = 30_000_000;

    private const string ContentField = "content";

    /// <summary>标识。</summary>
    public required Guid Id { get; init; }

    /// <summary>向哪个单位提出。</summary>
    public required Guid Unit { get; init; }

    /// <summary>查询码，不重复，猜不出；查询还要证件号码或者电话的后四位。</summary>
    public required string TrackCode { get; init; }

    /// <summary>责令重新答复的，原来的一件；不是的为空。这样的不另计申请。</summary>
    public Guid? RedoOf { get; init; }

    /// <summary>抹去之日：钥匙毁了，内容读不出了；没有抹去的为空。</summary>
    public DateOnly? ErasedOn { get; private set; }

    /// <summary>谁抹去的；没有抹去的为空。</summary>
    public Guid? ErasedBy { get; private set; }

    /// <summary>什么时刻到的（录入的是录入的时刻）。</summary>
    public required DateTimeOffset SubmittedAt { get; init; }

    /// <summary>由谁录入；申请人自己在门户上提的为空。</summary>
    public Guid? EnteredBy { get; init; }

    /// <summary>申请人的类别。</summary>
    public required ApplicantKind Applicant { get; init; }

    /// <summary>申请的内容，<see cref="ApplicationContent"/>，封着。</summary>
    public required byte[] Content { get; set; }

    /// <summary>查询时核对的散列：证件号码、电话的后四位，各一；都没有的是空的，不能在网上查询。</summary>
    public byte[]? IdentityProof { get; set; }

    /// <summary>同上，电话的。</summary>
    public byte[]? PhoneProof { get; set; }

    /// <summary>状态。</summary>
    public CaseStage Stage { get; set; }

    /// <summary>办到第几件事。</summary>
    public int EventCount { get; set; }

    /// <summary>案号；没有登记的为空。</summary>
    public string? Number { get; set; }

    /// <summary>收到日；还没有认定的为空。</summary>
    public DateOnly? ReceivedOn { get; set; }

    /// <summary>现在等谁。</summary>
    public Awaited Awaited { get; set; }

    /// <summary>最后一日（含）；停着的、没有的为空。</summary>
    public DateOnly? DueOn { get; set; }

    /// <summary>期限所凭的日子，<see cref="CaseClock"/> 的 JSON：没有申请人写的字，所以不封。还没有收到的、办结了的没有；从前的各件也没有，要由各件事算。</summary>
    public string? Clock { get; set; }

    /// <summary>期限照第几版日历算的，见 <see cref="NumberedCalendar"/>。</summary>
    public int Calendar { get; set; }

    /// <summary>清单里的先后，见 <see cref="RankOf"/>。</summary>
    public int Rank { get; set; }

    /// <summary>交给谁办；没有交办的为空。</summary>
    public Guid? Assignee { get; set; }

    /// <summary>结局；没有办结的为空。</summary>
    public CaseOutcome? Outcome { get; set; }

    /// <summary>答复日、终止日；没有办结的为空。</summary>
    public DateOnly? ResultOn { get; set; }

    /// <summary>各件事。</summary>
    public List<RequestEventRow> Events { get; } = [];

    /// <summary>标识，作审计、密钥里的名字。</summary>
    public Subject Subject => new(SubjectKind, Id);

    /// <summary>办到了哪里：由各件事从头算出。</summary>
    public CaseState ToState(DossierKey key) => CaseState.Of(ToEvents(key));

    /// <summary>各件事，先的在前。</summary>
    public IEnumerable<CaseEvent> ToEvents(DossierKey key) => Events.OrderBy(happened => happened.Number).Select(happened => happened.ToEvent(key));

    /// <summary>申请的内容。</summary>
    public ApplicationContent ToContent(DossierKey key) => RowJson.Read<ApplicationContent>(key.Open(ContentField, Content));

    /// <summary>封好申请的内容。</summary>
    public static byte[] SealContent(DossierKey key, ApplicationContent content) => key.Seal(ContentField, RowJson.Write(content));

    /// <summary>添一件事，状态、期限、结局一起写成办了之后的样子。</summary>
    public void Add(DossierKey key, CaseEvent happened, CaseState after, NumberedCalendar calendar)
    {
        Events.Add(RequestEventRow.Of(Id, key, happened));
        (EventCount, Number, Assignee) = (after.EventCount, after.Number, after.Assignee?.Value);
        (Outcome, ResultOn) = (after.Outcome, after.ResultOn);
        var clock = CaseClock.Of(after);
        (Stage, ReceivedOn, Clock) = (after.Stage, after.Received, WriteClock(clock));
        Take(CaseDeadline.Of(clock, calendar.Days), calendar.Number);
    }

    /// <summary>记下抹去了：钥匙由个人信息一边毁掉，这里去掉查询用的散列。</summary>
    public void Erase(DateOnly on, Guid by) => (ErasedOn, ErasedBy, IdentityProof, PhoneProof) = (on, by, null, null);

    /// <summary>日历变了，重算出来不一样的：记成一件事，换上新的期限；别的都没有变。</summary>
    public void Recompute(DossierKey key, CaseEvent happened, CaseClock? clock, CaseDeadline deadline, int calendar)
    {
        Events.Add(RequestEventRow.Of(Id, key, happened));
        (EventCount, Clock) = (happened.Number, WriteClock(clock));
        Take(deadline, calendar);
    }

    /// <summary>一件事的一行：成批重算的，只添事件，一行里的期限另由一句改。</summary>
    public static RequestEventRow EventOf(Guid id, DossierKey key, CaseEvent happened) => RequestEventRow.Of(id, key, happened);

    /// <summary>读出期限所凭的日子；没有存的为空。</summary>
    public static CaseClock? ReadClock(string? text) => text is null ? null : RowJson.Read<CaseClock>(text);

    /// <summary>清单里的先后：等双方确认的在最前，应当当日联系；再按期限，没有期限的在后；办结了的（<see cref="Ended"/>）最后。</summary>
    public static int RankOf(CaseStage stage, DateOnly? due, DateOnly? result) =>
        result is not null ? Ended : stage is CaseStage.Submitted or CaseStage.Unconfirmed ? 0 : due is { } day ? (Ended / 3) + day.DayNumber : Ended / 3 * 2;

    private static string? WriteClock(CaseClock? clock) => clock is null ? null : RowJson.Write(clock);

    private void Take(CaseDeadline deadline, int calendar) => (Awaited, DueOn, Calendar, Rank) = (deadline.Awaited, deadline.Due, calendar, RankOf(Stage, deadline.Due, ResultOn));
}

internal sealed class RequestCaseMapping : IEntityTypeConfiguration<RequestCaseRow>
{
    public void Configure(EntityTypeBuilder<RequestCaseRow> builder)
    {
        builder.ToTable("request_case");
        builder.Property(row => row.Id).ValueGeneratedNever();
        builder.Property(row => row.Version).IsConcurrencyToken();
        builder.Property(row => row.Calendar).HasDefaultValue(0);
        builder.Ignore(row => row.Subject);
        builder.HasIndex(row => row.TrackCode).IsUnique();
        builder.HasIndex(row => new { row.Unit, row.Number }).IsUnique();
        // 工作清单：一个单位还没有办结的，期限近的在前；清单：新到的在前。
        builder.HasIndex(row => new { row.Unit, row.Stage, row.DueOn });
        builder.HasIndex(row => new { row.Unit, row.SubmittedAt });
        builder.Property(row => row.Rank).HasDefaultValue(0);
        builder.HasIndex(row => new { row.Unit, row.Rank, row.SubmittedAt }).IsDescending(false, false, true);
        // 日历变了，还没有重算到的。
        builder.HasIndex(row => new { row.Stage, row.Calendar, row.Unit });
        // 数年报的表三：要看的几栏都在索引里，不必去读又宽又多的各行。
        builder.HasIndex(row => new { row.Unit, row.ReceivedOn, row.ResultOn, row.Applicant, row.Outcome, row.RedoOf }).HasDatabaseName("ix_request_case_counted");
        // 几乎都是空的：空的不进索引，统计过以后查询计划才不会嫌它没有用、去扫全表。
        builder.HasIndex(row => row.RedoOf).HasFilter("redo_of IS NOT NULL");
        builder.HasOne<RequestCaseRow>().WithMany().HasForeignKey(row => row.RedoOf).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Organisations.UnitRow>().WithMany().HasForeignKey(row => row.Unit).OnDelete(DeleteBehavior.Restrict);
        builder.HasMany(row => row.Events).WithOne().HasForeignKey(happened => happened.Case).OnDelete(DeleteBehavior.Restrict);
    }
}

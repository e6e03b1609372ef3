using Gongkai.Data.Acts;
using Gongkai.Data.PersonalData;
using Gongkai.Organisations.People;
using Gongkai.Requests.Claims;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Gongkai.Data.Mapping.Requests;

/// <summary>一件诉求：更正申请，或者投诉举报。事实是它的各件事；这里的状态、结果由它们算出，同一个事务里一起存。</summary>
public sealed class ClaimRow : AggregateRow
{
    /// <summary>个人信息、审计里这一种东西的名字。</summary>
    public const string SubjectKind = "claim";

    private const string ContentField = "content";

    /// <summary>标识。</summary>
    public required Guid Id { get; init; }

    /// <summary>由哪个单位办。</summary>
    public required Guid Unit { get; init; }

    /// <summary>哪一种。</summary>
    public required ClaimKind Kind { get; init; }

    /// <summary>怎样来的。</summary>
    public required ClaimWay Way { get; init; }

    /// <summary>查询码，不重复，猜不出。</summary>
    public required string TrackCode { get; init; }

    /// <summary>什么时刻到的（录入的是录入的时刻）。</summary>
    public required DateTimeOffset SubmittedAt { get; init; }

    /// <summary>由谁录入；在门户上提的为空。</summary>
    public Guid? EnteredBy { get; init; }

    /// <summary>内容，<see cref="ClaimContent"/>，封着。</summary>
    public required byte[] Content { get; set; }

    /// <summary>查询时核对的散列：证件号码的后四位。</summary>
    public byte[]? IdentityProof { get; set; }

    /// <summary>同上，电话的。</summary>
    public byte[]? PhoneProof { get; set; }

    /// <summary>状态。</summary>
    public ClaimStage Stage { get; set; }

    /// <summary>办到第几件事。</summary>
    public int EventCount { get; set; }

    /// <summary>编号；没有登记的为空。</summary>
    public string? Number { get; set; }

    /// <summary>收到日；没有登记的为空。</summary>
    public DateOnly? ReceivedOn { get; set; }

    /// <summary>结果；还没有批准的、撤回了的为空。</summary>
    public ClaimResult? Result { get; set; }

    /// <summary>告知之日；还没有的为空。</summary>
    public DateOnly? ToldOn { get; set; }

    /// <summary>与哪一件申请有关；没有的为空。</summary>
    public Guid? CaseId { get; set; }

    /// <summary>与哪一条信息有关；没有的为空。</summary>
    public Guid? ItemId { get; set; }

    /// <summary>投诉举报台账里的哪一笔；更正申请的、还没有办结的为空。</summary>
    public Guid? RegisterEntry { get; set; }

    /// <summary>各件事。</summary>
    public List<ClaimEventRow> Events { get; } = [];

    /// <summary>标识，作审计、密钥里的名字。</summary>
    public Subject Subject => new(SubjectKind, Id);

    /// <summary>各件事，先的在前。</summary>
    public IEnumerable<ClaimEvent> ToEvents(DossierKey key) => Events.OrderBy(happened => happened.Number).Select(happened => happened.ToEvent(key));

    /// <summary>办到了哪里：由各件事从头算出。</summary>
    public ClaimState ToState(DossierKey key) => ClaimState.Of(ToEvents(key));

    /// <summary>内容。</summary>
    public ClaimContent ToContent(DossierKey key) => RowJson.Read<ClaimContent>(key.Open(ContentField, Content));

    /// <summary>封好内容。</summary>
    public static byte[] SealContent(DossierKey key, ClaimContent content) => key.Seal(ContentField, RowJson.Write(content));

    /// <summary>添一件事，状态、结果一起写成办了之后的样子。</summary>
    public void Add(DossierKey key, ClaimEvent happened, ClaimState after)
    {
        Events.Add(ClaimEventRow.Of(Id, key, happened));
        (Stage, EventCount, Number, ReceivedOn, Result, ToldOn) = (after.Stage, after.EventCount, after.Number, after.Received, after.Result, after.ToldOn);
    }
}

/// <summary>办理诉求的一件事，见 <see cref="ClaimEvent"/>：只添不改。细节封着。</summary>
public sealed class ClaimEventRow
{
    /// <summary>哪一件诉求。</summary>
    public required Guid Claim { get; init; }

    /// <summary>第几件，从 1 起。</summary>
    public required int Number { get; init; }

    /// <summary>做了什么。</summary>
    public required ClaimAction Action { get; init; }

    /// <summary>原来的状态。</summary>
    public required ClaimStage FromStage { get; init; }

    /// <summary>做了之后的状态。</summary>
    public required ClaimStage ToStage { get; init; }

    /// <summary>以什么角色。</summary>
    public required ClaimRole Role { get; init; }

    /// <summary>谁；提出的人自己做的为空。</summary>
    public Guid? Person { get; init; }

    /// <summary>什么时刻记下的。</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>算哪一天。</summary>
    public required DateOnly OnDate { get; init; }

    /// <summary>细节，<see cref="ClaimDetails"/>，封着。</summary>
    public required byte[] Details { get; set; }

    /// <summary>读成一件事。</summary>
    public ClaimEvent ToEvent(DossierKey key) => new()
    {
        Number = Number, Action = Action, From = FromStage, To = ToStage, Role = Role, By = Person is { } person ? new PersonId(person) : null, At = At, On = OnDate,
        Details = RowJson.Read<ClaimDetails>(key.Open(FieldOf(Number), Details)),
    };

    internal static ClaimEventRow Of(Guid id, DossierKey key, ClaimEvent happened) => new()
    {
        Claim = id, Number = happened.Number, Action = happened.Action, FromStage = happened.From, ToStage = happened.To, Role = happened.Role, Person = happened.By?.Value,
        At = happened.At, OnDate = happened.On, Details = key.Seal(FieldOf(happened.Number), RowJson.Write(happened.Details)),
    };

    private static string FieldOf(int number) => $"event-{number}";
}

/// <summary>所附的一个证据文件。内容先用这一件的钥匙封上再存进附件库，文件名也封着。</summary>
public sealed class ClaimFileRow
{
    /// <summary>哪一件诉求。</summary>
    public required Guid Claim { get; init; }

    /// <summary>第几个，从 1 起。</summary>
    public required int Number { get; init; }

    /// <summary>文件名，封着。</summary>
    public required byte[] Name { get; set; }

    /// <summary>封好的内容在附件库里的散列。</summary>
    public required string Hash { get; init; }

    /// <summary>原来多少字节。</summary>
    public required long Length { get; init; }

    /// <summary>文件的格式，按内容认的。</summary>
    public required string Format { get; init; }

    /// <summary>文件名。</summary>
    public string ToName(DossierKey key) => key.Open(NameFieldOf(Number), Name);

    /// <summary>封文件名时用的名字。</summary>
    public static string NameFieldOf(int number) => $"file-{number}-name";

    /// <summary>封内容时用的名字。</summary>
    public static string ContentFieldOf(int number) => $"file-{number}";
}

internal sealed class ClaimMapping : IEntityTypeConfiguration<ClaimRow>
{
    public void Configure(EntityTypeBuilder<ClaimRow> builder)
    {
        builder.ToTable("claim");
        builder.Property(row => row.Id).ValueGeneratedNever();
        builder.Property(row => row.Version).IsConcurrencyToken();
        builder.Ignore(row => row.Subject);
        builder.HasIndex(row => row.TrackCode).IsUnique();
        builder.HasIndex(row => new { row.Unit, row.Number }).IsUnique();
        builder.HasIndex(row => new { row.Unit, row.Kind, row.SubmittedAt });
        builder.HasOne<Organisations.UnitRow>().WithMany().HasForeignKey(row => row.Unit).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<RequestCaseRow>().WithMany().HasForeignKey(row => row.CaseId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Publication.ItemRow>().WithMany().HasForeignKey(row => row.ItemId).OnDelete(DeleteBehavior.Restrict);
        builder.HasMany(row => row.Events).WithOne().HasForeignKey(happened => happened.Claim).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class ClaimEventMapping : IEntityTypeConfiguration<ClaimEventRow>
{
    public void Configure(EntityTypeBuilder<ClaimEventRow> builder)
    {
        builder.ToTable("claim_event");
        builder.HasKey(row => new { row.Claim, row.Number });
    }
}

internal sealed class ClaimFileMapping : IEntityTypeConfiguration<ClaimFileRow>
{
    public void Configure(EntityTypeBuilder<ClaimFileRow> builder)
    {
        builder.ToTable("claim_file");
        builder.HasKey(row => new { row.Claim, row.Number });
        builder.HasIndex(row => row.Hash);
        builder.HasOne<ClaimRow>().WithMany().HasForeignKey(row => row.Claim).OnDelete(DeleteBehavior.Restrict);
    }
}

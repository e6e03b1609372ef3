using Gongkai.Data.PersonalData;
using Gongkai.Organisations.People;
using Gongkai.Requests.Process;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Gongkai.Data.Mapping.Requests;

/// <summary>办理申请的一件事，见 <see cref="CaseEvent"/>：只添不改。细节封着。</summary>
public sealed class RequestEventRow
{
    /// <summary>哪一件申请。</summary>
    public required Guid Case { get; init; }

    /// <summary>第几件，从 1 起。</summary>
    public required int Number { get; init; }

    /// <summary>做了什么。</summary>
    public required CaseAction Action { get; init; }

    /// <summary>原来的状态。</summary>
    public required CaseStage FromStage { get; init; }

    /// <summary>做了之后的状态。</summary>
    public required CaseStage ToStage { get; init; }

    /// <summary>以什么角色。</summary>
    public required CaseRole Role { get; init; }

    /// <summary>谁；申请人自己、系统做的为空。</summary>
    public Guid? Person { get; init; }

    /// <summary>什么时刻记下的。</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>法律上算哪一天。</summary>
    public required DateOnly OnDate { get; init; }

    /// <summary>细节，<see cref="CaseDetails"/>，封着。</summary>
    public required byte[] Details { get; set; }

    /// <summary>读成一件事。</summary>
    public CaseEvent ToEvent(DossierKey key) => new()
    {
        Number = Number, Action = Action, From = FromStage, To = ToStage, Role = Role, By = Person is { } person ? new PersonId(person) : null, At = At, On = OnDate,
        Details = RowJson.Read<CaseDetails>(key.Open(FieldOf(Number), Details)),
    };

    internal static RequestEventRow Of(Guid id, DossierKey key, CaseEvent happened) => new()
    {
        Case = id, Number = happened.Number, Action = happened.Action, FromStage = happened.From, ToStage = happened.To, Role = happened.Role, Person = happened.By?.Value,
        At = happened.At, OnDate = happened.On, Details = key.Seal(FieldOf(happened.Number), RowJson.Write(happened.Details)),
    };

    private static string FieldOf(int number) => $"event-{number}";
}

internal sealed class RequestEventMapping : IEntityTypeConfiguration<RequestEventRow>
{
    public void Configure(EntityTypeBuilder<RequestEventRow> builder)
    {
        builder.ToTable("request_event");
        // 数一年收的费：缴费的没有几件。
        builder.HasIndex(row => row.OnDate).HasFilter("action = 'RecordPayment'");
        builder.HasKey(row => new { row.Case, row.Number });
    }
}

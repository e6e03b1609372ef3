using Gongkai.Organisations.People;
using Gongkai.Organisations.Units;
using Gongkai.Requests.Counting;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Gongkai.Data.Mapping.Requests;

/// <summary>一个单位一年的表三、表四的快照，见 <see cref="YearSnapshot"/>：一版一行，更正的另添一行，从前的留着。里面没有个人信息，不封。</summary>
public sealed class RequestYearRow : AggregateRow
{
    /// <summary>单位。</summary>
    public required Guid Unit { get; init; }

    /// <summary>哪一年。</summary>
    public required int Year { get; init; }

    /// <summary>第几版，从 1 起。</summary>
    public required int Revision { get; init; }

    /// <summary>到了哪一步。</summary>
    public SnapshotStage Stage { get; set; }

    /// <summary>什么时刻取的。</summary>
    public DateTimeOffset TakenAt { get; set; }

    /// <summary>谁取的；系统自动取的为空。</summary>
    public Guid? TakenBy { get; set; }

    /// <summary>各格与各件，<see cref="SnapshotFigures"/>，JSON。</summary>
    public string Figures { get; set; } = "";

    /// <summary>取的时候算的散列。</summary>
    public string Hash { get; set; } = "";

    /// <summary>更正、退回的缘由；没有的为空。</summary>
    public string? Reason { get; set; }

    /// <summary>读成快照。</summary>
    public YearSnapshot ToSnapshot() => new(
        new UnitId(Unit), Year, Revision, Stage, TakenAt, TakenBy is { } person ? new PersonId(person) : null, RowJson.Read<SnapshotFigures>(Figures), Hash, Reason);

    /// <summary>写成决定之后的样子。</summary>
    public void Take(YearSnapshot snapshot) => (Stage, TakenAt, TakenBy, Figures, Hash, Reason) =
        (snapshot.Stage, snapshot.TakenAt, snapshot.TakenBy?.Value, RowJson.Write(snapshot.Figures), snapshot.Hash, snapshot.Reason);
}

internal sealed class RequestYearMapping : IEntityTypeConfiguration<RequestYearRow>
{
    public void Configure(EntityTypeBuilder<RequestYearRow> builder)
    {
        builder.ToTable("request_year");
        builder.HasKey(row => new { row.Unit, row.Year, row.Revision });
        builder.Property(row => row.Version).IsConcurrencyToken();
        builder.HasOne<Organisations.UnitRow>().WithMany().HasForeignKey(row => row.Unit).OnDelete(DeleteBehavior.Restrict);
    }
}

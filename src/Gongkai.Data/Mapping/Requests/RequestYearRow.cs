using System.Collections.Immutable;
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

    /// <summary>各格与各件复议、诉讼，<see cref="SnapshotFigures"/> 去掉各件申请，JSON；各件申请另存（<see cref="Cases"/>），编年报只读这里。从前存下的，各件申请也在这里。</summary>
    public string Figures { get; set; } = "";

    /// <summary>各件申请；从前存下的为空，没有一起取出的也为空。</summary>
    public RequestYearCasesRow? Cases { get; set; }

    /// <summary>取的时候算的散列。</summary>
    public string Hash { get; set; } = "";

    /// <summary>更正、退回的缘由；没有的为空。</summary>
    public string? Reason { get; set; }

    /// <summary>只有各格的数：有多少件都一样快。</summary>
    public CountedTables ToTables()
    {
        var stored = RowJson.Read<StoredFigures>(Figures);
        return new CountedTables(stored.Year, stored.Cells, stored.Withdrawn);
    }

    /// <summary>读成快照；各件申请要一起取出。</summary>
    public YearSnapshot ToSnapshot() => new(new UnitId(Unit), Year, Revision, Stage, TakenAt, TakenBy is { } person ? new PersonId(person) : null, ReadFigures(), Hash, Reason);

    /// <summary>写成决定之后的样子。</summary>
    public void Take(YearSnapshot snapshot)
    {
        var figures = snapshot.Figures;
        (Stage, TakenAt, TakenBy, Hash, Reason) = (snapshot.Stage, snapshot.TakenAt, snapshot.TakenBy?.Value, snapshot.Hash, snapshot.Reason);
        Figures = RowJson.Write(new StoredFigures(figures.Year, figures.Cells, null, figures.Remedies, figures.Withdrawn));
        Cases ??= new RequestYearCasesRow { Unit = Unit, Year = Year, Revision = Revision };
        Cases.Cases = RowJson.Write(figures.Cases);
    }

    private SnapshotFigures ReadFigures()
    {
        var stored = RowJson.Read<StoredFigures>(Figures);
        var cases = Cases is { } apart ? RowJson.Read<ImmutableArray<SnapshotCase>>(apart.Cases) : stored.Cases?.ToImmutableArray() ?? throw new InvalidOperationException("快照的各件申请没有一起取出。");
        return new SnapshotFigures(stored.Year, stored.Cells, cases, stored.Remedies) { Withdrawn = stored.Withdrawn };
    }

    // 存的样子。Cases 只有从前存下的有。
    private sealed record StoredFigures(int Year, ImmutableArray<SnapshotCell> Cells, List<SnapshotCase>? Cases, ImmutableArray<SnapshotRemedy> Remedies, WithdrawnCounting Withdrawn);
}

/// <summary>一版快照的各件申请。</summary>
public sealed class RequestYearCasesRow
{
    /// <summary>单位。</summary>
    public required Guid Unit { get; init; }

    /// <summary>哪一年。</summary>
    public required int Year { get; init; }

    /// <summary>第几版。</summary>
    public required int Revision { get; init; }

    /// <summary>各件，<see cref="SnapshotCase"/>，JSON，按标识。</summary>
    public string Cases { get; set; } = "";
}

internal sealed class RequestYearMapping : IEntityTypeConfiguration<RequestYearRow>
{
    public void Configure(EntityTypeBuilder<RequestYearRow> builder)
    {
        builder.ToTable("request_year");
        builder.HasKey(row => new { row.Unit, row.Year, row.Revision });
        builder.Property(row => row.Version).IsConcurrencyToken();
        builder.HasOne(row => row.Cases).WithOne().HasForeignKey<RequestYearCasesRow>(row => new { row.Unit, row.Year, row.Revision }).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Organisations.UnitRow>().WithMany().HasForeignKey(row => row.Unit).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class RequestYearCasesMapping : IEntityTypeConfiguration<RequestYearCasesRow>
{
    public void Configure(EntityTypeBuilder<RequestYearCasesRow> builder)
    {
        builder.ToTable("request_year_cases");
        builder.HasKey(row => new { row.Unit, row.Year, row.Revision });
    }
}

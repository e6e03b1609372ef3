using Gongkai.AnnualReports.Filing;
using Gongkai.AnnualReports.Publishing;
using Gongkai.Organisations.Units;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Gongkai.Data.Mapping.AnnualReports;

/// <summary>公布的年报，见 <see cref="PublishedReport"/>：一个单位一年一件。</summary>
public sealed class PublishedReportRow : AggregateRow
{
    /// <summary>标识。</summary>
    public required Guid Id { get; init; }

    /// <summary>单位。</summary>
    public required Guid Unit { get; init; }

    /// <summary>报告的年度。</summary>
    public required int Year { get; init; }

    /// <summary>公众看得见的是第几版；看不见的为空。</summary>
    public int? VisibleEdition { get; set; }

    /// <summary>首次公布的时刻；从来没有公布的为空。</summary>
    public DateTimeOffset? FirstReleasedAt { get; set; }

    /// <summary>最近公布的时刻；从来没有公布的为空。</summary>
    public DateTimeOffset? LastReleasedAt { get; set; }

    /// <summary>编到哪一步，由各件事得出。</summary>
    public FilingStage Stage { get; set; }

    /// <summary>最近一次签发的时刻；没有签发过的为空。</summary>
    public DateTimeOffset? SignedAt { get; set; }

    /// <summary>交来的各版。</summary>
    public List<ReportEditionRow> Editions { get; } = [];

    /// <summary>公布与撤下。</summary>
    public List<ReportReleaseRow> Releases { get; } = [];

    /// <summary>编报中的各件事。</summary>
    public List<ReportFilingRow> Filings { get; } = [];

    /// <summary>读成公布的年报。</summary>
    public PublishedReport ToReport() => new(
        Id,
        checked((int)Version),
        new UnitId(Unit),
        Year,
        [.. Editions.OrderBy(edition => edition.Number).Select(edition => edition.ToEdition())],
        [.. Releases.OrderBy(release => release.Ordinal).Select(release => release.ToRelease())])
    {
        Filings = [.. Filings.OrderBy(filing => filing.Number).Select(filing => RowJson.Read<FilingEvent>(filing.Content))],
    };

    /// <summary>写成决定之后的样子。</summary>
    /// <param name="report">年报。</param>
    /// <param name="canonical">新添的一版的规范 JSON；没有添的为空。</param>
    public void Take(PublishedReport report, string? canonical = null)
    {
        Version = report.Version;
        Editions.AddRange(report.Editions.Skip(Editions.Count).Select(edition =>
            new ReportEditionRow { Report = Id, Number = edition.Number, Content = RowJson.Write(edition), Canonical = canonical! }));
        Releases.AddRange(report.Releases.Select((release, at) => (release, at)).Skip(Releases.Count).Select(one =>
            new ReportReleaseRow { Report = Id, Ordinal = one.at + 1, Content = RowJson.Write(one.release) }));
        Filings.AddRange(report.Filings.Skip(Filings.Count).Select(done => new ReportFilingRow { Report = Id, Number = done.Number, Content = RowJson.Write(done) }));
        (Stage, SignedAt) = (report.Stage, report.Filings.LastOrDefault(done => done.Hash is not null)?.At);
        VisibleEdition = report.Visible?.Number;
        var released = report.Releases.Where(release => release.Edition is not null).ToList();
        (FirstReleasedAt, LastReleasedAt) = (released.FirstOrDefault()?.At, released.LastOrDefault()?.At);
    }
}

/// <summary>年报的一版，见 <see cref="ReportEdition"/>：只添不改。</summary>
public sealed class ReportEditionRow
{
    /// <summary>年报。</summary>
    public required Guid Report { get; init; }

    /// <summary>第几版，从 1 起。</summary>
    public required int Number { get; init; }

    /// <summary>文件、发现等，JSON。</summary>
    public required string Content { get; init; }

    /// <summary>读出来的报告，规范 JSON（docs/canonical-report.md）。</summary>
    public required string Canonical { get; init; }

    /// <summary>读成一版。</summary>
    public ReportEdition ToEdition() => RowJson.Read<ReportEdition>(Content);
}

/// <summary>年报的一次公布或者撤下，见 <see cref="ReportRelease"/>：只添不改。</summary>
public sealed class ReportReleaseRow
{
    /// <summary>年报。</summary>
    public required Guid Report { get; init; }

    /// <summary>第几次，从 1 起。</summary>
    public required int Ordinal { get; init; }

    /// <summary>全部，JSON。</summary>
    public required string Content { get; init; }

    /// <summary>读成一次公布或者撤下。</summary>
    public ReportRelease ToRelease() => RowJson.Read<ReportRelease>(Content);
}

/// <summary>编报中的一件事，见 <see cref="FilingEvent"/>：只添不改。</summary>
public sealed class ReportFilingRow
{
    /// <summary>年报。</summary>
    public required Guid Report { get; init; }

    /// <summary>第几件，从 1 起。</summary>
    public required int Number { get; init; }

    /// <summary>全部，JSON。</summary>
    public required string Content { get; init; }
}

internal sealed class PublishedReportMapping : IEntityTypeConfiguration<PublishedReportRow>
{
    public void Configure(EntityTypeBuilder<PublishedReportRow> builder)
    {
        builder.Property(row => row.Id).ValueGeneratedNever();
        builder.Property(row => row.Version).IsConcurrencyToken();
        builder.Property(row => row.Stage).HasDefaultValue(FilingStage.Compiling);
        builder.HasIndex(row => new { row.Unit, row.Year }).IsUnique();
        builder.HasOne<Organisations.UnitRow>().WithMany().HasForeignKey(row => row.Unit).OnDelete(DeleteBehavior.Restrict);
        builder.HasMany(row => row.Editions).WithOne().HasForeignKey(edition => edition.Report);
        builder.HasMany(row => row.Filings).WithOne().HasForeignKey(filing => filing.Report);
        builder.HasMany(row => row.Releases).WithOne().HasForeignKey(release => release.Report);
    }
}

internal sealed class ReportEditionMapping : IEntityTypeConfiguration<ReportEditionRow>
{
    public void Configure(EntityTypeBuilder<ReportEditionRow> builder) => builder.HasKey(row => new { row.Report, row.Number });
}

internal sealed class ReportReleaseMapping : IEntityTypeConfiguration<ReportReleaseRow>
{
    public void Configure(EntityTypeBuilder<ReportReleaseRow> builder) => builder.HasKey(row => new { row.Report, row.Ordinal });
}

internal sealed class ReportFilingMapping : IEntityTypeConfiguration<ReportFilingRow>
{
    public void Configure(EntityTypeBuilder<ReportFilingRow> builder) => builder.HasKey(row => new { row.Report, row.Number });
}

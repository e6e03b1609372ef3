using Gongkai.Law.Calendar;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Gongkai.Data.Mapping.Calendars;

/// <summary>录入的节假日通知，见 <see cref="HolidayNotice"/>：先是草稿，看过要动哪些期限才施行；施行以后不改，只能由新的一份撤销。</summary>
public sealed class HolidayNoticeRow : AggregateRow
{
    /// <summary>标识。</summary>
    public required Guid Id { get; init; }

    /// <summary>施行的先后，从 1 起，也就是日历的第几版；还是草稿的为空。</summary>
    public int? Sequence { get; set; }

    /// <summary>通知，<see cref="HolidayNotice"/> 的 JSON。</summary>
    public required string Content { get; init; }

    /// <summary>撤销从前的哪一份；没有的为空。</summary>
    public Guid? Withdraws { get; init; }

    /// <summary>谁录入的。</summary>
    public required Guid EnteredBy { get; init; }

    /// <summary>什么时刻录入的。</summary>
    public required DateTimeOffset EnteredAt { get; init; }

    /// <summary>什么时刻施行的；还是草稿的为空。</summary>
    public DateTimeOffset? InForceAt { get; set; }

    /// <summary>凭它重算，期限变了的件数；逐批加上。</summary>
    public int Moved { get; set; }

    /// <summary>读成通知。</summary>
    public HolidayNotice ToNotice() => RowJson.Read<HolidayNotice>(Content);

    /// <summary>写成 JSON。</summary>
    public static string Written(HolidayNotice notice) => RowJson.Write(notice);
}

internal sealed class HolidayNoticeMapping : IEntityTypeConfiguration<HolidayNoticeRow>
{
    public void Configure(EntityTypeBuilder<HolidayNoticeRow> builder)
    {
        builder.ToTable("holiday_notice");
        builder.Property(row => row.Id).ValueGeneratedNever();
        builder.Property(row => row.Version).IsConcurrencyToken();
        builder.HasIndex(row => row.Sequence).IsUnique();
        builder.HasIndex(row => new { row.Withdraws, row.Sequence });
    }
}

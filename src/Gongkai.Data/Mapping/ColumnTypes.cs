using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace Gongkai.Data.Mapping;

/// <summary>各种值怎样存，两种引擎一致：时刻存 UTC，枚举存名字，钱是四位小数。</summary>
internal static class ColumnTypes
{
    public static void Apply(ModelConfigurationBuilder builder)
    {
        // SQLite 不能比较 DateTimeOffset 的先后，所以时刻一律存成 UTC 的 DateTime。
        builder.Properties<DateTimeOffset>().HaveConversion<InstantConverter>();
        builder.Properties<DateTime>().HaveConversion<UtcConverter>();
        builder.Properties<Enum>().HaveConversion<string>();
        builder.Properties<decimal>().HavePrecision(18, 4);
    }

    private sealed class InstantConverter() : ValueConverter<DateTimeOffset, DateTime>(
        instant => instant.UtcDateTime,
        stored => new DateTimeOffset(DateTime.SpecifyKind(stored, DateTimeKind.Utc)));

    private sealed class UtcConverter() : ValueConverter<DateTime, DateTime>(
        instant => instant.Kind == DateTimeKind.Utc ? instant : instant.ToUniversalTime(),
        stored => DateTime.SpecifyKind(stored, DateTimeKind.Utc));
}

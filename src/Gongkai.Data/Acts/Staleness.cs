using Gongkai.Data.Mapping;
using Microsoft.EntityFrameworkCore.ChangeTracking;

namespace Gongkai.Data.Acts;

/// <summary>把过时的一行说成两边的对照。</summary>
internal static class Staleness
{
    public static async Task<StaleRefusal> Of(EntityEntry entry, CancellationToken cancel)
    {
        var expected = (long)entry.Property(nameof(AggregateRow.Version)).OriginalValue!;
        if (await entry.GetDatabaseValuesAsync(cancel) is not { } stored) return new StaleRefusal(expected, 0, []);
        var fields =
            from property in entry.Metadata.GetProperties()
            where property.Name != nameof(AggregateRow.Version)
            let yours = entry.CurrentValues[property]
            let theirs = stored[property.Name]
            where !Equals(yours, theirs)
            select new StaleField(property.Name, yours, theirs);
        return new StaleRefusal(expected, stored.GetValue<long>(nameof(AggregateRow.Version)), [.. fields]);
    }
}

using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;

namespace Gongkai.Data.Mapping;

/// <summary>聚合的主表的一行：有版本，每存一次加一。过时的保存存不进去，见 <see cref="Acts.StaleRefusal"/>。</summary>
public abstract class AggregateRow
{
    /// <summary>版本，从 1 起。</summary>
    public long Version { get; internal set; }
}

/// <summary>存之前推进版本。</summary>
internal static class AggregateVersions
{
    public static void Advance(ChangeTracker tracker)
    {
        foreach (var entry in tracker.Entries<AggregateRow>())
        {
            var version = entry.Property(row => row.Version);
            if (entry.State == EntityState.Added) version.CurrentValue = 1;
            else if (entry.State == EntityState.Modified) version.CurrentValue = version.OriginalValue + 1;
        }
    }
}

using System.Text.Json;
using Gongkai.Data;
using Gongkai.Data.Audit;
using Gongkai.Publication.Opinions;
using Gongkai.Services.Settings;

namespace Gongkai.Services.Publication.Opinions;

/// <summary>征求意见最少几天：设置里的，没有设的用默认。</summary>
internal static class OpinionDays
{
    public static async Task<int> Minimum(GongkaiDbContext db, CancellationToken cancel) =>
        await db.Settings.FindAsync([ChainId.System.Value, SiteSetting.OpinionDaysName], cancel) is { } row
            ? SiteSetting.OpinionDays(JsonSerializer.Deserialize<string>(row.Value)!) ?? OpinionDecisions.DefaultMinimum : OpinionDecisions.DefaultMinimum;
}

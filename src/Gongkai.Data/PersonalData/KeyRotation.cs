using Gongkai.Data.Acts;
using Gongkai.Data.Audit;
using Gongkai.Law;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Data.PersonalData;

/// <summary>换主密钥之后，把各数据密钥改用新的主密钥包；分批做，中途停下再来也行。</summary>
public static class KeyRotation
{
    private const int Batch = 500;

    /// <summary>全部重包，答复重包了多少把。</summary>
    public static async Task<int> Rewrap(Database database, Actor actor, CancellationToken cancel)
    {
        for (var total = 0; ; )
        {
            var outcome = await database.Acts.Perform<int>(new Act("personal-key.rewrap", actor, ChainId.System), scope => RewrapBatch(scope, database, cancel), cancel);
            total += outcome.Value;
            if (outcome.Value < Batch) return total;
        }
    }

    private static async Task<Outcome<int>> RewrapBatch(ActScope scope, Database database, CancellationToken cancel)
    {
        var masters = database.Keys.PersonalData;
        var rows = await scope.Db.Set<PersonalKeyRow>().Where(row => row.MasterKeyId != masters.CurrentId).Take(Batch).ToListAsync(cancel);
        foreach (var row in rows) KeyWrapping.Rewrap(masters, row);
        scope.Record(new Subject("master-key", masters.CurrentId), new { rewrapped = rows.Count });
        return rows.Count;
    }
}

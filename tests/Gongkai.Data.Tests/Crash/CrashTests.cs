using Gongkai.Data.Search;
using Gongkai.Testing.Databases;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Data.Tests.Crash;

public sealed class CrashTests
{
    [Theory, OnSqlite, OnPostgres]
    public async Task Killed_at_any_moment_everything_acknowledged_is_there_and_agrees(Engine engine)
    {
        await using var test = await TestDatabase.CreateEmpty(engine);
        var next = 1;
        foreach (var count in new[] { 1, 7, 19, 40, 33 })
        {
            var last = await CrashedWriter.WriteAndKill(test.Settings, next, count);
            last.ShouldBeGreaterThanOrEqualTo(next + count - 1);
            next = await Check(test, last) + 1;
        }
    }

    /// <summary>核对，答复库里实有的最后一件：至少是报成的，也许多一件（提交了，还没来得及报）。</summary>
    private static async Task<int> Check(TestDatabase test, int acknowledged)
    {
        using var database = (await DatabaseOpening.OpenExisting(test.Settings, test.Clock, default)).Value;
        await using var db = database.CreateContext();
        var stored = await db.Settings.CountAsync();
        stored.ShouldBeInRange(acknowledged, acknowledged + 1);
        (await db.AuditRecords.CountAsync()).ShouldBe(stored);
        (await database.VerifyAudit([], default)).Problems.ShouldBeEmpty();
        (await database.VerifyAttachments(default)).ShouldBeEmpty();
        (await db.Search(new SearchRequest("公报"), default)).Count.ShouldBe(stored);
        return stored;
    }
}

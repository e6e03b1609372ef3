using Gongkai.Data.Audit;
using Gongkai.Testing.Databases;

namespace Gongkai.Data.Tests.Audit;

public sealed class AuditVerificationTests
{
    private static readonly Guid Other = new("0190b1c0-0000-7000-8000-000000000002");

    [Theory, OnSqlite, OnPostgres]
    public async Task An_untouched_history_is_sound_and_says_where_each_chain_ends(Engine engine)
    {
        await using var test = await Filled(engine);

        var report = await test.Verify();

        report.Problems.ShouldBeEmpty();
        report.Records.ShouldBe(7);
        report.Heads.Select(head => head.Sequence).ShouldBe([5, 2]);
    }

    [Theory]
    [OnSqlite("at = '2020-01-01 00:00:00'"), OnPostgres("at = '2020-01-01 00:00:00+00'")]
    [OnSqlite("actor_id = NULL"), OnPostgres("actor_id = NULL")]
    [OnSqlite("act = 'setting.read'"), OnPostgres("act = 'setting.read'")]
    [OnSqlite("subject_id = 'another'"), OnPostgres("subject_id = 'another'")]
    [OnSqlite("reason = '别的理由'"), OnPostgres("reason = '别的理由'")]
    [OnSqlite("changes = NULL"), OnPostgres("changes = NULL")]
    [OnSqlite("on_behalf_of = actor_id"), OnPostgres("on_behalf_of = actor_id")]
    public async Task A_changed_record_is_found_and_only_that_one(Engine engine, string change)
    {
        await using var test = await Filled(engine);
        await test.Run($"UPDATE audit_record SET {change} WHERE sequence = 3");

        var report = await test.Verify();

        report.Problems.Select(problem => (problem.Fault, problem.Sequence)).ShouldBe([(AuditFault.Changed, 3)]);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_missing_record_is_found(Engine engine)
    {
        await using var test = await Filled(engine);
        await test.Run("DELETE FROM audit_record WHERE sequence = 3");

        var report = await test.Verify();

        report.Problems.Select(problem => (problem.Fault, problem.Sequence)).ShouldBe([(AuditFault.Missing, 3)]);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_chain_that_was_cut_is_found_by_its_head(Engine engine)
    {
        await using var test = await Filled(engine);
        await test.Run("DELETE FROM audit_record WHERE sequence >= 4");

        var report = await test.Verify();

        report.Problems.Select(problem => (problem.Fault, problem.Sequence)).ShouldBe([(AuditFault.CutOff, 4)]);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_chain_cut_together_with_its_head_is_found_by_the_anchored_heads(Engine engine)
    {
        await using var test = await Filled(engine);
        var anchored = (await test.Verify()).Heads;
        await test.Run("DELETE FROM audit_record WHERE sequence >= 4");
        await test.Run("UPDATE audit_chain SET sequence = 3, seal = (SELECT r.seal FROM audit_record r WHERE r.chain = audit_chain.chain AND r.sequence = 3) WHERE sequence = 5");

        (await test.Verify()).Problems.ShouldBeEmpty();
        (await test.Verify(anchored)).Problems.ShouldHaveSingleItem().Fault.ShouldBe(AuditFault.CutOff);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_chain_that_vanished_whole_is_found_by_the_anchored_heads(Engine engine)
    {
        await using var test = await Filled(engine);
        var anchored = (await test.Verify()).Heads;
        await test.Run("DELETE FROM audit_record WHERE sequence <= 2 AND chain <> (SELECT chain FROM audit_record WHERE sequence = 5)");
        await test.Run("DELETE FROM audit_chain WHERE sequence = 2");

        var report = await test.Verify(anchored);

        report.Problems.ShouldHaveSingleItem().Fault.ShouldBe(AuditFault.CutOff);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Anchored_heads_stay_good_when_the_chain_goes_on(Engine engine)
    {
        await using var test = await Filled(engine);
        var anchored = (await test.Verify()).Heads;
        await test.Change("之后");

        (await test.Verify(anchored)).Problems.ShouldBeEmpty();
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_history_written_anew_with_the_key_is_found_by_the_anchored_heads(Engine engine)
    {
        await using var test = await Filled(engine);
        var anchored = (await test.Verify()).Heads;
        await using var other = await Filled(engine, "另一番经过");

        var report = await AuditVerification.Verify(other.Database.CreateContext(), other.Database.Keys.Audit, anchored, CancellationToken.None);

        report.Problems.ShouldContain(problem => problem.Fault == AuditFault.Rewritten);
    }

    [Fact]
    public void A_file_that_holds_no_heads_is_refused() =>
        AuditHead.Read("""{"heads":[{"chain":"system"}]}""").Refusal!.Reason.ShouldContain("不是链头文件");

    private static async Task<TestDatabase> Filled(Engine engine, string value = "值")
    {
        var test = await TestDatabase.Create(engine);
        for (var n = 0; n < 5; n++) await test.Change($"{value}{n}");
        for (var n = 0; n < 2; n++) await test.Change($"{value}{n}", unit: Other);
        return test;
    }
}

file static class Tampering
{
    public static Task<AuditReport> Verify(this TestDatabase test, IReadOnlyList<AuditHead>? anchored = null) =>
        test.Database.VerifyAudit(anchored ?? [], CancellationToken.None);
}

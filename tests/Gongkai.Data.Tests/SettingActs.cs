using Gongkai.Data.Acts;
using Gongkai.Data.Audit;
using Gongkai.Data.Mapping.Settings;
using Gongkai.Law;
using Gongkai.Testing.Databases;

namespace Gongkai.Data.Tests;

/// <summary>几个测试共用的一件事：改一项设置。</summary>
internal static class SettingActs
{
    public static Guid Bureau { get; } = new("0190b1c0-0000-7000-8000-000000000001");

    public static Actor Clerk { get; } = Actor.Person(new("0190b1c0-0000-7000-8000-0000000000aa"));

    /// <summary>写一项设置，答复新的版本。</summary>
    public static Task<Outcome<long>> Change(
        this TestDatabase test, string value, long? version = null, string? key = null, Actor? actor = null, Guid? unit = null) =>
        Change(test.Database, value, version, key, actor, unit);

    public static Task<Outcome<long>> Change(
        Database database, string value, long? version = null, string? key = null, Actor? actor = null, Guid? unit = null) =>
        database.Acts.Perform<long>(
            new Act("setting.change", actor ?? Clerk, new ChainId(unit ?? Bureau)) { Reason = "改名", Key = key is null ? null : new CommandKey(key, value) },
            async scope =>
            {
                var row = await scope.Db.Settings.FindAsync(unit ?? Bureau, "name");
                if (row is null) scope.Db.Settings.Add(row = new SettingRow { Unit = unit ?? Bureau, Name = "name", Value = "" });
                if (version is { } expected) scope.Expect(row, expected);
                row.Value = $"\"{value}\"";
                scope.Record(new Subject("setting", "name"), new { value });
                return row.Version + 1;
            },
            CancellationToken.None);
}

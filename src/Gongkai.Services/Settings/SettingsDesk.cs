using System.Collections.Immutable;
using System.Text.Json;
using Gongkai.Data;
using Gongkai.Data.Acts;
using Gongkai.Data.Audit;
using Gongkai.Data.Mapping.Settings;
using Gongkai.Data.Queries.Organisations;
using Gongkai.Data.Queries.Publication;
using Gongkai.Law;
using Gongkai.Organisations.Access;
using Gongkai.Organisations.People;
using Gongkai.Organisations.Units;
using Gongkai.Requests.Archiving;
using Gongkai.Services.Acting;
using Gongkai.Services.Publication;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Services.Settings;

/// <summary>运行中可以改的设置：整个网站的由最早设立的单位的系统管理员改，一个单位的短码由它自己的改。改了各节点随即照新的办。</summary>
public sealed class SettingsDesk(Database database, UnitTrees trees, PermittedActs acts, PublicContent content)
{
    private const int LongestShortCode = 12;

    /// <summary>在后台设过的，按名称；没有设过的不在其中。</summary>
    public async Task<ImmutableDictionary<string, string>> Current(CancellationToken cancel)
    {
        await using var db = database.CreateContext();
        return await Of(db, cancel);
    }

    /// <summary>整个网站的设置归哪个单位的系统管理员改：最早设立的。</summary>
    public static UnitId Keeper(UnitsOnDate units) => units.All.First();

    /// <summary>改整个网站的设置：空的是不设，用配置文件里的或者默认的。一起改成，或者一项也不改。</summary>
    /// <param name="seen">页面上看到的；已经不是的拒绝，不覆盖别人刚改的。</param>
    /// <param name="wanted">要改成的，按名称。</param>
    public async Task<Outcome<bool>> Change(PersonId by, IReadOnlyDictionary<string, string> seen, IReadOnlyDictionary<string, string> wanted, CommandKey? key, CancellationToken cancel)
    {
        var tree = await Tree(cancel);
        var done = await acts.Perform<bool>(
            new PermittedAct(by, "setting.change", Permission.ManageSettings, tree) { Chain = ChainId.System, Key = key },
            async scope =>
            {
                var now = await Of(scope.Db, cancel);
                var changed = SiteSetting.All.Where(setting => Text(wanted, setting) != Text(now, setting)).ToList();
                if (changed.Count == 0) return new Refusal("没有改动。");
                if (changed.Find(setting => Text(seen, setting) != Text(now, setting)) is { } moved) return new Refusal($"“{moved.Caption}”别人刚改过，现在是“{Text(now, moved)}”：请刷新页面再改。");
                foreach (var setting in changed)
                    if (Text(wanted, setting) is { Length: > 0 } value && setting.Fault(value) is { } fault) return fault;
                foreach (var setting in changed) await Write(scope, ChainId.System.Value, setting.Name, Text(wanted, setting), cancel);
                await PublicItemQueries.AdvanceStamp(scope.Db, cancel);
                foreach (var setting in changed) scope.Record(new Subject("setting", setting.Name), new { from = Text(now, setting), to = Text(wanted, setting) });
                return true;
            },
            cancel);
        if (done.Succeeded) await content.Announce(cancel);
        return done;
    }

    /// <summary>改一个单位的短码：索引号的样式里用；空的是不设。</summary>
    public Task<Outcome<bool>> SetShortCode(PersonId by, UnitId unit, string? code, CommandKey? key, CancellationToken cancel) => acts.Perform<bool>(
        new PermittedAct(by, "setting.short-code", Permission.ManageSettings, unit) { Key = key },
        async scope =>
        {
            var wanted = code?.Trim() ?? "";
            if (wanted.Length > LongestShortCode || !wanted.All(char.IsAsciiLetterOrDigit)) return new Refusal($"短码用字母和数字，不超过 {LongestShortCode} 个字。");
            var text = JsonSerializer.Serialize(wanted);
            if (wanted.Length > 0 && await scope.Db.Settings.AnyAsync(row => row.Name == IndexAllocation.ShortCodeSetting && row.Unit != unit.Value && row.Value == text, cancel)) return new Refusal($"短码“{wanted}”已经是别的单位的。");
            await Write(scope, unit.Value, IndexAllocation.ShortCodeSetting, wanted, cancel);
            scope.Record(new Subject("setting", IndexAllocation.ShortCodeSetting), new { unit, to = wanted });
            return true;
        },
        cancel);

    /// <summary>各单位的短码；没有设的不在其中。</summary>
    public async Task<ImmutableDictionary<UnitId, string>> ShortCodes(CancellationToken cancel)
    {
        await using var db = database.CreateContext();
        var rows = await db.Settings.AsNoTracking().Where(row => row.Name == IndexAllocation.ShortCodeSetting).ToListAsync(cancel);
        return rows.ToImmutableDictionary(row => new UnitId(row.Unit), row => JsonSerializer.Deserialize<string>(row.Value)!);
    }

    /// <summary>改一个单位的案卷保管几年；空的是照整个网站的。</summary>
    public Task<Outcome<bool>> SetRetention(PersonId by, UnitId unit, string? years, CommandKey? key, CancellationToken cancel) => acts.Perform<bool>(
        new PermittedAct(by, "setting.retention", Permission.ManageSettings, unit) { Key = key },
        async scope =>
        {
            var wanted = years?.Trim() ?? "";
            if (wanted.Length > 0 && SiteSetting.Of(Retention.SettingName).Fault(wanted) is { } fault) return fault;
            await Write(scope, unit.Value, Retention.SettingName, wanted, cancel);
            scope.Record(new Subject("setting", Retention.SettingName), new { unit, to = wanted });
            return true;
        },
        cancel);

    /// <summary>另定了案卷保管几年的各单位。</summary>
    public async Task<ImmutableDictionary<UnitId, int>> Retentions(CancellationToken cancel)
    {
        await using var db = database.CreateContext();
        var rows = await db.Settings.AsNoTracking().Where(row => row.Name == Retention.SettingName && row.Unit != ChainId.System.Value).ToListAsync(cancel);
        return rows.ToImmutableDictionary(row => new UnitId(row.Unit), row => Retention.Parse(JsonSerializer.Deserialize<string>(row.Value)) ?? Retention.Standard);
    }

    private async Task<UnitId> Tree(CancellationToken cancel)
    {
        await using var db = database.CreateContext();
        var tree = await trees.Load(db, cancel);
        return Keeper(tree.At(DateOnly.MaxValue));
    }

    private static async Task<ImmutableDictionary<string, string>> Of(GongkaiDbContext db, CancellationToken cancel)
    {
        var names = SiteSetting.All.Select(setting => setting.Name).ToList();
        var rows = await db.Settings.AsNoTracking().Where(row => row.Unit == ChainId.System.Value && names.Contains(row.Name)).ToListAsync(cancel);
        return rows.ToImmutableDictionary(row => row.Name, row => JsonSerializer.Deserialize<string>(row.Value)!);
    }

    private static async Task Write(PermittedScope scope, Guid unit, string name, string value, CancellationToken cancel)
    {
        var row = await scope.Db.Settings.FindAsync([unit, name], cancel);
        if (value.Length == 0)
        {
            if (row is not null) scope.Db.Settings.Remove(row);
        }
        else if (row is null) scope.Db.Settings.Add(new SettingRow { Unit = unit, Name = name, Value = JsonSerializer.Serialize(value) });
        else row.Value = JsonSerializer.Serialize(value);
    }

    private static string Text(IReadOnlyDictionary<string, string> values, SiteSetting setting) => values.TryGetValue(setting.Name, out var value) ? value.Trim() : "";
}

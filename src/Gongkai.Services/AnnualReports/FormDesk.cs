using System.Collections.Immutable;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Gongkai.AnnualReports.Forms;
using Gongkai.Data;
using Gongkai.Data.Acts;
using Gongkai.Data.Audit;
using Gongkai.Data.Mapping.Settings;
using Gongkai.Data.Queries.Organisations;
using Gongkai.Law;
using Gongkai.Organisations.Access;
using Gongkai.Organisations.People;
using Gongkai.Services.Acting;
using Gongkai.Services.Settings;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Services.AnnualReports;

/// <summary>年报格式：系统管理员添一种新印发的，不改代码。存在库里，随备份走；各节点重新启动以后照新的办。</summary>
public sealed class FormDesk(Database database, UnitTrees trees, PermittedActs acts)
{
    /// <summary>一份格式文件最大几个字节。</summary>
    public const int LargestFile = 512 * 1024;

    private const string Prefix = "report.form.";

    /// <summary>启动时添上库里存着的各种格式；已经取用过格式的，等下次启动。</summary>
    /// <returns>存着的读不出来了，一句话。</returns>
    public static async Task<Refusal?> Load(Database database, CancellationToken cancel)
    {
        if (FormCatalogue.IsSettled) return null;
        await using var db = database.CreateContext();
        return FormCatalogue.Add((await Stored(db, cancel)).Select(one => (one.Id, Encoding.UTF8.GetBytes(one.Text))));
    }

    /// <summary>各种格式，按启用的年度；库里存着、还没有启用的也在内。</summary>
    public async Task<ImmutableArray<KeptForm>> All(CancellationToken cancel)
    {
        await using var db = database.CreateContext();
        var (stored, known) = (await Stored(db, cancel), await Known(db, cancel));
        var years = await db.PublishedReports.GroupBy(row => row.Year).Select(group => new { Year = group.Key, Count = group.Count() }).ToListAsync(cancel);
        return
        [
            .. known.Select((form, at) => new KeptForm(
                form, stored.Find(one => one.Id == form.Id.Value).Text, FormCatalogue.Known.Any(one => one.Id == form.Id),
                years.Where(year => year.Year >= form.FromYear && (at + 1 == known.Length || year.Year < known[at + 1].FromYear)).Sum(year => year.Count))),
        ];
    }

    /// <summary>逐项查一份格式文件：读得成、与已有的不冲突、那一年还没有年报。</summary>
    /// <param name="text">格式文件，JSON，写法见 docs/forms.md。</param>
    /// <param name="fromYear">从哪一个报告年度起用；为空的照文件里写的。</param>
    public async Task<Outcome<CheckedForm>> Check(string text, int? fromYear, CancellationToken cancel)
    {
        await using var db = database.CreateContext();
        return await Check(db, text, fromYear, cancel);
    }

    /// <summary>添上一种，启用的年度定下来。</summary>
    public async Task<Outcome<FormId>> Add(PersonId by, string text, int? fromYear, CommandKey? key, CancellationToken cancel) => await acts.Perform<FormId>(
        await Act(by, "form.add", key, cancel),
        async scope =>
        {
            var read = await Check(scope.Db, text, fromYear, cancel);
            if (read.Refusal is { } refusal) return refusal;
            var form = read.Value.Form;
            scope.Db.Settings.Add(new SettingRow { Unit = ChainId.System.Value, Name = Prefix + form.Id, Value = JsonSerializer.Serialize(read.Value.Text) });
            scope.Record(new Subject("form", form.Id.Value), new { form.FromYear, basis = form.Basis.ToString() });
            return form.Id;
        },
        cancel);

    /// <summary>拿走一种：只能是最后添的，用它的年度还没有年报的。</summary>
    public async Task<Outcome<bool>> Remove(PersonId by, FormId id, CommandKey? key, CancellationToken cancel) => await acts.Perform<bool>(
        await Act(by, "form.remove", key, cancel),
        async scope =>
        {
            var row = await scope.Db.Settings.FindAsync([ChainId.System.Value, Prefix + id], cancel);
            if (row is null) return new Refusal($"没有添过格式“{id}”。");
            var known = await Known(scope.Db, cancel);
            if (known[^1].Id != id) return new Refusal($"格式“{id}”后面还有“{known[^1].Id}”，先拿走后面的。");
            if (await InUse(scope.Db, known[^1].FromYear, cancel) is { } used) return new Refusal($"格式“{id}”不能拿走：{used}，照它存着的年报要靠它读。");
            scope.Db.Settings.Remove(row);
            scope.Record(new Subject("form", id.Value), new { known[^1].FromYear });
            return true;
        },
        cancel);

    private static async Task<Outcome<CheckedForm>> Check(GongkaiDbContext db, string text, int? fromYear, CancellationToken cancel)
    {
        if (text.Length > LargestFile) return new Refusal($"格式文件不超过 {LargestFile / 1024} KB。");
        var known = await Known(db, cancel);
        var read = FormFile.Read(Encoding.UTF8.GetBytes(text), known);
        // 年度在页面上另填的，照填的再查：文件里写的年度不对，不算毛病。
        if (fromYear is { } year && Moved(text, year) is { } moved && moved != text) (text, read) = (moved, FormFile.Read(Encoding.UTF8.GetBytes(moved), known));
        if (read.Refusal is { } refusal) return refusal;
        return await InUse(db, read.Value.FromYear, cancel) is { } used
            ? new Refusal($"不能从 {read.Value.FromYear} 年度起用：{used}，是照原来的格式编的。请改成以后的年度。") : new CheckedForm(read.Value, text);
    }

    private static string? Moved(string text, int year)
    {
        try
        {
            if (JsonNode.Parse(text, documentOptions: new JsonDocumentOptions { AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip }) is not JsonObject root) return null;
            if (root["fromYear"] is JsonValue value && value.TryGetValue<int>(out var written) && written == year) return text;
            root["fromYear"] = year;
            return root.ToJsonString(new JsonSerializerOptions { WriteIndented = true, Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping });
        }
        catch (Exception exception) when (exception is JsonException or ArgumentException)
        {
            // 不是合法的 JSON、有重复的键：毛病由逐项查的去说。
            return null;
        }
    }

    private static async Task<string?> InUse(GongkaiDbContext db, int fromYear, CancellationToken cancel)
    {
        var years = await db.PublishedReports.Where(row => row.Year >= fromYear).Select(row => row.Year).ToListAsync(cancel);
        return years.Count == 0 ? null : $"{years.Min()} 年度起已经有 {years.Count} 份年报";
    }

    // 启用着的，连同库里存着、等着启用的；刚拿走的不在内。
    private static async Task<ImmutableArray<Form>> Known(GongkaiDbContext db, CancellationToken cancel)
    {
        var known = FormCatalogue.Known;
        foreach (var (id, text) in await Stored(db, cancel))
        {
            if (known.Any(form => form.Id.Value == id)) continue;
            var read = FormFile.Read(Encoding.UTF8.GetBytes(text), known);
            if (read.Succeeded) known = known.Add(read.Value);
        }

        return known;
    }

    private static async Task<List<(string Id, string Text)>> Stored(GongkaiDbContext db, CancellationToken cancel)
    {
        var rows = await db.Settings.AsNoTracking().Where(row => row.Unit == ChainId.System.Value && row.Name.StartsWith(Prefix)).ToListAsync(cancel);
        return [.. rows.Select(row => (Id: row.Name[Prefix.Length..], Text: JsonSerializer.Deserialize<string>(row.Value)!)).OrderBy(one => YearIn(one.Text))];
    }

    private static int YearIn(string text)
    {
        using var document = JsonDocument.Parse(text, new JsonDocumentOptions { AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip });
        return document.RootElement.GetProperty("fromYear").GetInt32();
    }

    private async Task<PermittedAct> Act(PersonId by, string kind, CommandKey? key, CancellationToken cancel)
    {
        await using var db = database.CreateContext();
        return new PermittedAct(by, kind, Permission.ManageSettings, SettingsDesk.Keeper((await trees.Load(db, cancel)).At(DateOnly.MaxValue))) { Chain = ChainId.System, Key = key };
    }
}

/// <summary>一种年报格式。</summary>
/// <param name="Text">格式文件，管理员添的才有；随程序附带的、文件夹里的为空。</param>
/// <param name="IsLoaded">启用着；为假的，等重新启动。</param>
/// <param name="Reports">用它的年度有几份年报。</param>
public sealed record KeptForm(Form Form, string? Text, bool IsLoaded, int Reports);

/// <summary>查过的一份格式文件。</summary>
/// <param name="Text">要存的：年度另填了的，已经改过来。</param>
public sealed record CheckedForm(Form Form, string Text);

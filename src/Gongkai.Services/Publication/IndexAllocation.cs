using System.Text.Json;
using Gongkai.Data.Acts;
using Gongkai.Data.Audit;
using Gongkai.Data.Mapping.Publication;
using Gongkai.Law;
using Gongkai.Organisations.Units;
using Gongkai.Publication.Catalogue;
using Gongkai.Publication.Drafting;
using Gongkai.Services.Settings;

namespace Gongkai.Services.Publication;

/// <summary>分配索引号：首次发布（定时）时在同一个事务里取下一个流水，所以没有空号，也不会重号。</summary>
internal static class IndexAllocation
{
    /// <summary>短码的设置，属于单位；没有设的不能用带短码的样式。</summary>
    public const string ShortCodeSetting = "index-number.short-code";

    public static async Task<Outcome<IndexNumber>> Next(ActScope scope, Item item, UnitFacts? publisher, CancellationToken cancel)
    {
        var parsed = IndexPattern.Parse(await Setting(scope, ChainId.System.Value, SiteSetting.IndexPatternName, cancel) ?? IndexPattern.Standard);
        if (parsed.Refusal is { } wrong) return wrong;
        var issuer = new IndexIssuer(publisher?.CreditCode, await Setting(scope, item.Unit.Value, ShortCodeSetting, cancel));
        var date = item.Latest.Draft.Metadata.CreatedOn ?? scope.Today;
        var key = parsed.Value.SequenceKey(issuer, date);
        if (key.Refusal is { } refusal) return refusal;
        var sequence = await scope.Db.IndexSequences.FindAsync([key.Value], cancel);
        if (sequence is null) scope.Db.IndexSequences.Add(sequence = new IndexSequenceRow { Key = key.Value });
        var next = ItemDecisions.Allocate(item, parsed.Value, issuer, date, sequence.Last);
        if (next.Succeeded) sequence.Last++;
        return next;
    }

    private static async Task<string?> Setting(ActScope scope, Guid unit, string name, CancellationToken cancel) =>
        await scope.Db.Settings.FindAsync([unit, name], cancel) is { } row ? JsonSerializer.Deserialize<string>(row.Value) : null;
}

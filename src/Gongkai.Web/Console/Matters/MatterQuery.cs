using System.Collections.Immutable;
using Gongkai.Organisations.Units;
using Gongkai.Publication.Catalogue;
using Gongkai.Publication.Matters;
using Gongkai.Services.Publication.Matters;
using Microsoft.AspNetCore.Http;

namespace Gongkai.Web.Console.Matters;

/// <summary>事项清单的条件：写在网址里。认不得的条件当作没有。</summary>
/// <param name="Unit">哪个单位；为空的是可以看的全部。</param>
public sealed record MatterQuery(UnitId? Unit)
{
    private const string All = "all";
    private const string WantingCode = "wanting";

    /// <summary>法定公开分类：条例第二十条、第二十一条的哪一项。</summary>
    public string? Category { get; init; }

    /// <summary>状态。</summary>
    public MatterState? State { get; init; }

    /// <summary>只看还缺着的：从未公开、没有按时更新。</summary>
    public bool Wanting { get; init; }

    /// <summary>状态在网址里的写法。</summary>
    public string? StateCode => Wanting ? WantingCode : State is { } state ? CodeOf(state) : null;

    /// <summary>除了单位，还有条件。</summary>
    public bool HasConditions => Category is not null || StateCode is not null;

    /// <summary>写成网址。</summary>
    public string At(string path) => path + QueryString.Create(new (string Name, string? Value)[] { ("unit", Unit?.ToString() ?? All), ("category", Category), ("state", StateCode) }
        .Where(part => part.Value is not null).Select(part => KeyValuePair.Create(part.Name, part.Value)));

    /// <summary>只看一种状态；为空的不限。</summary>
    public MatterQuery With(MatterState? state) => this with { State = state, Wanting = false };

    /// <summary>合乎条件的，不论状态。</summary>
    public ImmutableArray<MatterLine> Among(ImmutableArray<MatterLine> lines) => [.. lines.Where(line => Category is null || line.Matter.Facts.Category == Category)];

    /// <summary>合乎全部条件。</summary>
    public bool Fits(MatterLine line) => (Category is null || line.Matter.Facts.Category == Category) && (State is null || line.Standing.State == State) && (!Wanting || line.Standing.IsWanting);

    /// <summary>读网址。</summary>
    /// <param name="own">没有写单位时看哪个；为空的是全部。</param>
    public static MatterQuery Of(IQueryCollection query, UnitId? own) => new(query["unit"] == All ? null : Guid.TryParse(query["unit"], out var unit) ? new UnitId(unit) : own)
    {
        Category = DisclosureCategory.Find((string?)query["category"] ?? "")?.Code,
        State = Enum.GetValues<MatterState>().Where(state => CodeOf(state) == query["state"]).Cast<MatterState?>().FirstOrDefault(),
        Wanting = query["state"] == WantingCode,
    };

    private static string CodeOf(MatterState state) => char.ToLowerInvariant(state.ToString()[0]) + state.ToString()[1..];
}

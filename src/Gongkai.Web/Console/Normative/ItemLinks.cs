using Gongkai.Data.Mapping.Publication;
using Gongkai.Law;
using Gongkai.Publication.Drafting;
using Gongkai.Services.Publication;

namespace Gongkai.Web.Console.Normative;

/// <summary>填的网址或者短号指的是哪条信息。</summary>
internal static class ItemLinks
{
    /// <summary>没有填的为空；填了而认不得的拒绝。</summary>
    public static async Task<Outcome<ItemId?>> Find(PublicationServices publication, string? typed, CancellationToken cancel)
    {
        if (string.IsNullOrWhiteSpace(typed)) return (ItemId?)null;
        var key = typed.Trim().TrimEnd('/').Split('/')[^1].Split('?', '#')[0];
        if (ShortItemId.IsPossible(key) && await publication.NormativeBoard.ItemOf(key, cancel) is { } item) return (ItemId?)item;
        return new Refusal($"“{typed.Trim()}”不是本系统的信息：填门户上的网址，或者网址末尾的十个字。");
    }
}

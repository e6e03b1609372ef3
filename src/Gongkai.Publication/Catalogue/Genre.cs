using System.Collections.Frozen;
using Gongkai.Law;

namespace Gongkai.Publication.Catalogue;

/// <summary>体裁分类：公文的文种。《党政机关公文处理工作条例》第八条。</summary>
public enum Genre
{
    /// <summary>命令（令）。</summary>
    Order,

    /// <summary>决定。</summary>
    Decision,

    /// <summary>决议。</summary>
    Resolution,

    /// <summary>公报。</summary>
    Communique,

    /// <summary>公告。</summary>
    Announcement,

    /// <summary>通告。</summary>
    Notice,

    /// <summary>意见。</summary>
    Opinion,

    /// <summary>通知。</summary>
    Circular,

    /// <summary>通报。</summary>
    Notification,

    /// <summary>报告。</summary>
    Report,

    /// <summary>请示。</summary>
    Request,

    /// <summary>批复。</summary>
    Reply,

    /// <summary>议案。</summary>
    Proposal,

    /// <summary>函。</summary>
    Letter,

    /// <summary>纪要。</summary>
    Minutes,

    /// <summary>其他：不是公文。</summary>
    Other,
}

/// <summary>体裁的说法，内容在 <c>genres.csv</c>。</summary>
public static class Genres
{
    private static readonly FrozenDictionary<Genre, string> Captions = DatedTable.Read("Catalogue/genres.csv", typeof(Genres).Assembly)
        .ToFrozenDictionary(row => Enum.Parse<Genre>(row.Text("id")), row => row.Text("caption"));

    /// <summary>体裁的说法，例如“通知”。</summary>
    public static string Caption(this Genre genre) => Captions[genre];

    /// <summary>是不是公文：公文要填文号（没有的要说明），日期是成文日期。</summary>
    public static bool IsOfficialDocument(this Genre genre) => genre != Genre.Other;
}

using System.Collections.Immutable;
using Gongkai.Data.Acts;

namespace Gongkai.Data.Search;

/// <summary>谁查得到。</summary>
public enum SearchAudience
{
    /// <summary>公众：已经公开、没有撤下的。</summary>
    Public,

    /// <summary>本系统的工作人员。</summary>
    Staff,
}

/// <summary>可以检索的一件：标题、正文、分类。存的时候换掉从前的，与文件的改动在同一个事务里。</summary>
/// <param name="Subject">指的是什么，例如 <c>item</c> 与它的编号。</param>
/// <param name="Title">标题；文号、索引号也写在这里，查得到。</param>
/// <param name="Body">正文与附件的文字。</param>
/// <param name="Facets">供筛选的各项。</param>
public sealed record SearchEntry(Subject Subject, string Title, string Body, SearchFacets Facets);

/// <summary>供筛选的各项。</summary>
public sealed record SearchFacets
{
    /// <summary>谁查得到；公众能查到的，工作人员也查得到。</summary>
    public required SearchAudience Audience { get; init; }

    /// <summary>单位。</summary>
    public required Guid Unit { get; init; }

    /// <summary>分类的代码，可以几个。</summary>
    public ImmutableArray<string> Categories { get; init; } = [];

    /// <summary>年份；没有的为空。</summary>
    public int? Year { get; init; }

    /// <summary>效力的代码，例如 <c>valid</c>；不分效力的为空。</summary>
    public string? Validity { get; init; }
}

/// <summary>一次检索：查什么、在哪些里面查、第几页。</summary>
/// <param name="Text">人输入的字；空格隔开的几个词都要有。</param>
/// <param name="Audience">替谁查；公众只查得到公开的。</param>
public sealed record SearchRequest(string Text, SearchAudience Audience)
{
    /// <summary>只查这个单位；为空查全部。</summary>
    public Guid? Unit { get; init; }

    /// <summary>只查这一类；为空查全部。</summary>
    public string? Category { get; init; }

    /// <summary>只查这一年；为空查全部。</summary>
    public int? Year { get; init; }

    /// <summary>只查这种效力；为空查全部。</summary>
    public string? Validity { get; init; }

    /// <summary>只查这一种东西，例如 <c>item</c>；为空查全部。</summary>
    public string? Kind { get; init; }

    /// <summary>第几页，从 1 起。</summary>
    public int Page { get; init; } = 1;

    /// <summary>一页几件。</summary>
    public int PageSize { get; init; } = 20;
}

/// <summary>检索的结果。</summary>
/// <param name="Hits">这一页。</param>
/// <param name="Count">一共几件，至多数到 1,000。</param>
/// <param name="More">不止这些：数到头还有。</param>
public sealed record SearchResults(ImmutableArray<SearchHit> Hits, int Count, bool More)
{
    /// <summary>没有查到。</summary>
    public static SearchResults None { get; } = new([], 0, false);
}

/// <summary>查到的一件：标题与摘录，各带要标亮的地方。</summary>
public sealed record SearchHit(Subject Subject, MarkedText Title, MarkedText Snippet);

/// <summary>带标记的文字：哪几段要标亮，起点与长度按字计，不重叠，按次序。</summary>
public sealed record MarkedText(string Text, ImmutableArray<(int Start, int Length)> Marks);

using System.Collections.Immutable;
using Gongkai.Data.Acts;

namespace Gongkai.Data.Search;

/// <summary>
/// 可以检索的一件：标题、正文、分类。存的时候换掉从前的，与文件的改动在同一个事务里。
/// 索引里只放公众看得见的：没有公开的根本不在里面，怎样查也查不到。
/// </summary>
/// <param name="Subject">指的是什么，例如 <c>item</c> 与它的编号。</param>
/// <param name="Title">标题；文号、索引号也写在这里，查得到。</param>
/// <param name="Body">正文与附件的文字。</param>
/// <param name="Facets">供筛选的各项。</param>
public sealed record SearchEntry(Subject Subject, string Title, string Body, SearchFacets Facets);

/// <summary>供筛选的各项。</summary>
public sealed record SearchFacets
{
    /// <summary>单位。</summary>
    public required Guid Unit { get; init; }

    /// <summary>分类的代码，可以几个。</summary>
    public ImmutableArray<string> Categories { get; init; } = [];

    /// <summary>年份；没有的为空。</summary>
    public int? Year { get; init; }

    /// <summary>登记了的规章、规范性文件。有效性随日子变，不写在索引里，查的时候另给（<see cref="SearchRequest.Among"/>）。</summary>
    public bool Normative { get; init; }
}

/// <summary>一次检索：查什么、在哪些里面查、第几页。</summary>
/// <param name="Text">人输入的字；空格隔开的几个词都要有。</param>
public sealed record SearchRequest(string Text)
{
    /// <summary>只查这个单位；为空查全部。</summary>
    public Guid? Unit { get; init; }

    /// <summary>只查这一类；为空查全部。</summary>
    public string? Category { get; init; }

    /// <summary>只查这一年；为空查全部。</summary>
    public int? Year { get; init; }

    /// <summary>只在这些规章、规范性文件里查；为空查全部。</summary>
    public IReadOnlySet<Subject>? Among { get; init; }

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

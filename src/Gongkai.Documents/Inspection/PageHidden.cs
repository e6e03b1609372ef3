namespace Gongkai.Documents.Inspection;

/// <summary>PDF 一页上看不见的一处。</summary>
/// <param name="Page">页码，从 1 起。</param>
/// <param name="Seen">这一页看得见的词；没有逐字看过的为空。</param>
internal sealed record PageHidden(int Page, HiddenText Text, IReadOnlyList<PlacedWord>? Seen = null);

using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace Gongkai.AnnualReports.Drafting;

/// <summary>由登记写出的一句，或者一段的小标题。</summary>
/// <param name="Key">样子里的哪一句：其中第一项的名字；小标题是它自己。</param>
/// <param name="Text">写出来的，连句号。</param>
/// <param name="Starts">另起一段。</param>
public sealed record ProsePiece(string Key, string Text, bool Starts);

/// <summary>由登记写出的一个部分。</summary>
/// <param name="Number">第几部分。</param>
/// <param name="Pieces">各句和小标题，由前到后。</param>
/// <param name="Missing">因为没有登记而没有写的各句，照样子原样，给编报的人看缺什么。</param>
public sealed record DraftedSection(int Number, ImmutableArray<ProsePiece> Pieces, ImmutableArray<string> Missing)
{
    /// <summary>各段。</summary>
    [JsonIgnore]
    public ImmutableArray<string> Paragraphs => Text.Length == 0 ? [] : [.. Text.Split('\n')];

    /// <summary>正文，段间换行。</summary>
    [JsonIgnore]
    public string Text => Join(Pieces);

    /// <summary>连成正文。</summary>
    internal static string Join(IEnumerable<ProsePiece> pieces) => string.Concat(pieces.Select((piece, at) => piece.Starts && at > 0 ? $"\n{piece.Text}" : piece.Text));
}

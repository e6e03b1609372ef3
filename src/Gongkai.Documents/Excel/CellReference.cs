namespace Gongkai.Documents.Excel;

/// <summary>“B3”“A1:C2”这样的引用，变成从 0 起的行列。</summary>
internal static class CellReference
{
    public const int MostRows = 1_048_576;

    public const int MostColumns = 16_384;

    /// <summary>引用里的列；没有写或写错时为空。</summary>
    public static int? Column(string? reference) => Parse(reference)?.Column;

    public static MergedRange? Range(string? reference)
    {
        var colon = reference?.IndexOf(':', StringComparison.Ordinal) ?? -1;
        if (colon < 0 || Parse(reference.AsSpan(0, colon)) is not var (top, left) || Parse(reference.AsSpan(colon + 1)) is not var (bottom, right))
            return null;
        return top <= bottom && left <= right ? new MergedRange(top, left, bottom, right) : null;
    }

    private static (int Row, int Column)? Parse(ReadOnlySpan<char> reference)
    {
        reference = reference.Trim();
        int column = 0, at = 0;
        for (; at < reference.Length && char.IsAsciiLetterUpper(reference[at]) && column <= MostColumns; at++)
            column = (column * 26) + (reference[at] - 'A' + 1);
        return column is > 0 and <= MostColumns && int.TryParse(reference[at..], out var row) && row is > 0 and <= MostRows
            ? (row - 1, column - 1)
            : null;
    }
}

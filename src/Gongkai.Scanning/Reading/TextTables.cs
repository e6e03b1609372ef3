namespace Gongkai.Scanning.Reading;

/// <summary>文字里排出来的表格：竖线、制表符、空格隔开，或一格一行。只从提到姓名的表头往下看，到空行为止。</summary>
internal static class TextTables
{
    /// <summary>表头常用的词，用来认出一格一行的表头有几格。</summary>
    private static readonly string[] HeadWords =
    [
        "序号", "编号", "姓名", "户主", "性别", "年龄", "民族", "出生", "身份证", "证件", "证号", "电话", "手机", "联系方式", "账号", "帐号",
        "卡号", "住址", "地址", "单位", "职务", "金额", "类别", "等级", "备注", "开户", "户籍", "标准",
    ];

    public static IReadOnlyList<ScanTable> Find(string text)
    {
        var tables = new List<ScanTable>();
        int covered = 0;
        for (int found = NextHead(text, 0); found >= 0; found = NextHead(text, Math.Max(found + 1, covered)))
        {
            var first = LineStart(text, found);
            var separator = SeparatorOf(text.AsSpan(first..LineEnd(text, first)));
            var (rows, end) = separator is null ? ReadCellPerLine(text, first) : ReadRows(text, first, separator);
            covered = end;
            if (rows.Count > 1) tables.Add(new ScanTable(rows));
        }

        return tables;
    }

    private static int NextHead(string text, int from)
    {
        if (from >= text.Length) return -1;
        for (int found = text.AsSpan(from).IndexOfAny('姓', '户'); found >= 0; found = text.AsSpan(from).IndexOfAny('姓', '户'))
        {
            var position = from + found;
            from = position + 1;
            while (from < text.Length && from - position < 4 && text[from] is ' ' or '\u3000') from++;
            if (from >= text.Length) return -1;
            if (text[position] == '姓' ? text[from] == '名' : text[from] == '主') return position;
        }

        return -1;
    }

    private static string? SeparatorOf(ReadOnlySpan<char> header)
    {
        if (header.Contains('|')) return "|";
        var trimmed = header.Trim();
        if (trimmed.Contains('\t')) return "\t";
        if (trimmed.Contains("  ", StringComparison.Ordinal)) return "  ";
        return trimmed.Contains(' ') ? " " : null;
    }

    private static (List<ScanRow> Rows, int End) ReadRows(string text, int start, string separator)
    {
        var rows = new List<ScanRow>();
        int position = start;
        while (position < text.Length)
        {
            var end = LineEnd(text, position);
            var row = Split(text, position, end, separator);
            if (row.Cells.Count < 2) break;
            rows.Add(row);
            position = end + 1;
        }

        return (rows, Math.Max(position, LineEnd(text, start)));
    }

    private static ScanRow Split(string text, int start, int end, string separator)
    {
        var cells = new List<ScanCell>();
        int column = 0;
        foreach (var range in text.AsSpan(start..end).Split(separator))
        {
            var (offset, length) = range.GetOffsetAndLength(end - start);
            var cell = text.AsSpan(start + offset, length);
            var trimmed = cell.Trim();
            // 两个以上空格隔开的，多出来的空格不是空单元格。
            if (separator[0] == ' ' && trimmed.IsEmpty) continue;
            cells.Add(new ScanCell(column++, start + offset + (cell.Length - cell.TrimStart().Length), trimmed.ToString()));
        }

        return new ScanRow(cells);
    }

    /// <summary>一格一行：先数表头有几格，再按这个数分行。</summary>
    private static (List<ScanRow> Rows, int End) ReadCellPerLine(string text, int head)
    {
        var first = head;
        while (first > 0 && LineStart(text, first - 1) is var above && IsHead(text.AsSpan(above..(first - 1)))) first = above;
        var cells = new List<ScanCell>();
        int heads = 0, position = first;
        while (position < text.Length)
        {
            var end = LineEnd(text, position);
            var line = text.AsSpan(position..end);
            if (line.IsWhiteSpace()) break;
            if (heads == cells.Count && IsHead(line)) heads++;
            cells.Add(new ScanCell(cells.Count, position, line.Trim().ToString()));
            position = end + 1;
        }

        return heads < 2
            ? ([], LineEnd(text, head))
            : ([.. cells.Chunk(heads).Select(row => new ScanRow([.. row.Select((cell, column) => cell with { Column = column })]))], position);
    }

    private static bool IsHead(ReadOnlySpan<char> line)
    {
        var head = line.Trim();
        return head.Length is > 0 and <= 12 && !head.ContainsAnyInRange('0', '9') && Passage.ContainsAny(head, HeadWords);
    }

    private static int LineStart(string text, int position) => position == 0 ? 0 : text.LastIndexOf('\n', position - 1) + 1;

    private static int LineEnd(string text, int position) => text.IndexOf('\n', position) is var end && end < 0 ? text.Length : end;
}

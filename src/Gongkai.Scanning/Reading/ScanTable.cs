namespace Gongkai.Scanning.Reading;

/// <summary>表格：各行的单元格，按列号排列。</summary>
internal sealed record ScanTable(IReadOnlyList<ScanRow> Rows);

/// <summary>一行。</summary>
internal sealed record ScanRow(IReadOnlyList<ScanCell> Cells);

/// <summary>单元格：第几列（从 0 起）、在归一后全文中的位置、去掉首尾空白的文字。</summary>
internal readonly record struct ScanCell(int Column, int Start, string Text);

using Gongkai.Documents.Flow;
using Gongkai.Documents.Packages;

namespace Gongkai.Documents.Excel;

/// <summary>数字显示成什么：普通数、百分数、日期、时刻、日期加时刻。</summary>
internal enum NumberKind
{
    Plain,
    Percent,
    Date,
    Time,
    DateTime,
}

/// <summary>单元格样式（styles.xml 的 cellXfs）里与读数有关的部分。</summary>
internal sealed class NumberStyles
{
    private readonly List<NumberKind> _kinds = [];

    public static NumberStyles Read(ZipParts parts, string? path, FlowBudget budget)
    {
        var styles = new NumberStyles();
        if (parts.Find(path ?? "xl/styles.xml") is not { } entry) return styles;
        var custom = new Dictionary<int, NumberKind>();
        using var xml = XmlCursor.Open(entry, budget);
        for (var depth = xml.Enter(); xml.Next(depth);)
        {
            if (xml.Name == "numFmts")
            {
                for (var inner = xml.Enter(); xml.Next(inner);)
                    if (int.TryParse(xml.Attribute("numFmtId"), out var id))
                        custom[id] = KindOf(xml.Attribute("formatCode") ?? "");
            }
            else if (xml.Name == "cellXfs")
                for (var inner = xml.Enter(); xml.Next(inner);)
                    styles._kinds.Add(int.TryParse(xml.Attribute("numFmtId"), out var id) ? KindOf(id, custom) : NumberKind.Plain);
        }

        return styles;
    }

    public NumberKind Of(int style) => style >= 0 && style < _kinds.Count ? _kinds[style] : NumberKind.Plain;

    // 内置格式的号码没有格式串；27–36 与 50–58 是中文版的日期。
    private static NumberKind KindOf(int id, Dictionary<int, NumberKind> custom) => id switch
    {
        _ when custom.TryGetValue(id, out var kind) => kind,
        9 or 10 => NumberKind.Percent,
        >= 14 and <= 17 or >= 27 and <= 31 or 36 or >= 50 and <= 54 or 57 or 58 => NumberKind.Date,
        >= 18 and <= 21 or >= 32 and <= 35 or >= 45 and <= 47 or 55 or 56 => NumberKind.Time,
        22 => NumberKind.DateTime,
        _ => NumberKind.Plain,
    };

    private static NumberKind KindOf(string format)
    {
        bool date = false, time = false, percent = false;
        for (var at = 0; at < format.Length; at++)
        {
            var skipTo = format[at] switch
            {
                '"' => format.IndexOf('"', at + 1),
                '[' => format.IndexOf(']', at + 1),
                '\\' or '_' or '*' => at + 1,
                _ => at,
            };
            if (skipTo < 0) break;
            if (skipTo > at)
            {
                // [h]:mm 是累计的时长，方括号里仍是时刻；[红色]、[$-804] 不是。
                time |= format[at] == '[' && format[(at + 1)..skipTo].Trim('h', 'H', 'm', 'M', 's', 'S').Length == 0;
                at = skipTo;
                continue;
            }

            date |= format[at] is 'y' or 'Y' or 'd' or 'D' or 'e';
            time |= format[at] is 'h' or 'H' or 's' or 'S';
            percent |= format[at] == '%';
        }

        return (date, time, percent) switch
        {
            (true, true, _) => NumberKind.DateTime,
            (true, false, _) => NumberKind.Date,
            (false, true, _) => NumberKind.Time,
            (_, _, true) => NumberKind.Percent,
            _ => NumberKind.Plain,
        };
    }
}

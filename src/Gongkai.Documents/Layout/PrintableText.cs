using System.Xml;

namespace Gongkai.Documents.Layout;

/// <summary>能写进 XML 的文字：控制字符、半个代理项写不进去，去掉；换行和制表符留下。</summary>
public static class PrintableText
{
    public static string Of(string text)
    {
        for (var index = 0; index < text.Length; index++)
            if (!IsPrintable(text, index, out var length)) return Filter(text, index);
            else index += length - 1;
        return text;
    }

    private static string Filter(string text, int clean)
    {
        var kept = new System.Text.StringBuilder(text, 0, clean, text.Length);
        for (var index = clean; index < text.Length; index++)
        {
            if (!IsPrintable(text, index, out var length)) continue;
            kept.Append(text, index, length);
            index += length - 1;
        }

        return kept.ToString();
    }

    private static bool IsPrintable(string text, int index, out int length)
    {
        length = index + 1 < text.Length && char.IsSurrogatePair(text[index], text[index + 1]) ? 2 : 1;
        return length == 2 || XmlConvert.IsXmlChar(text[index]);
    }
}

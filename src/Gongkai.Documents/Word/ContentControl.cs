using Gongkai.Documents.Packages;

namespace Gongkai.Documents.Word;

/// <summary>内容控件（w:sdt）：读它的内容；还是占位提示（“单击此处输入文字”）的不读。</summary>
internal static class ContentControl
{
    public static void Read(XmlCursor xml, Action content)
    {
        var placeholder = false;
        for (var depth = xml.Enter(); xml.Next(depth);)
        {
            if (xml.Name == "sdtPr")
                for (var inner = xml.Enter(); xml.Next(inner);)
                    placeholder |= xml.Name == "showingPlcHdr" && xml.IsOn();
            else if (xml.Name == "sdtContent" && !placeholder) content();
        }
    }
}

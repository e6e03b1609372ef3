using Gongkai.Documents.Packages;

namespace Gongkai.Documents.Word;

/// <summary>WordprocessingML 的命名空间（过渡版与严格版），和它的开关属性。</summary>
internal static class WordNames
{
    public const string Transitional = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";

    public const string Strict = "http://purl.oclc.org/ooxml/wordprocessingml/main";

    public static bool IsWord(this XmlCursor xml) => xml.Namespace is Transitional or Strict;

    /// <summary>当前元素的 w:属性；两个版本的属性与元素同属一个命名空间。</summary>
    public static string? WordAttribute(this XmlCursor xml, string name) => xml.Attribute(name, xml.Namespace);

    public static string? Value(this XmlCursor xml) => xml.WordAttribute("val");

    public static int Number(this XmlCursor xml, int otherwise) =>
        int.TryParse(xml.Value(), out var number) ? number : otherwise;

    /// <summary>开关元素：有它就是开，除非明说是关。</summary>
    public static bool IsOn(this XmlCursor xml) => xml.Value() is not ("0" or "false" or "off");
}

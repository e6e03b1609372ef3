using Gongkai.Documents.Packages;
using Gongkai.Documents.Word;

namespace Gongkai.Documents.Inspection;

/// <summary>一段文字的样子里与看不看得见有关的几项；为空的由样式继承。</summary>
internal readonly record struct RunLook(bool? Vanish, bool? WebHidden, string? Color, int? HalfPoints, bool? Shaded)
{
    /// <summary>格式由谁改过、还没有接受；没有改过时为空，不继承。</summary>
    public string? ReformattedBy { get; init; }

    private const int TinyHalfPoints = 2;

    public bool IsWhite => Whiteness.IsWhite(Color);

    /// <summary>自己没有写的，用 <paramref name="below"/> 的。</summary>
    public RunLook Over(RunLook below) => new(
        Vanish ?? below.Vanish, WebHidden ?? below.WebHidden, Color ?? below.Color, HalfPoints ?? below.HalfPoints, Shaded ?? below.Shaded)
    {
        ReformattedBy = ReformattedBy,
    };

    /// <summary>怎样看不见；看得见时为空。</summary>
    /// <param name="onDark">所在的段落或单元格有底色。</param>
    public HiddenHow? Hidden(bool onDark) =>
        Vanish == true ? HiddenHow.Vanish
        : WebHidden == true ? HiddenHow.WebHidden
        : HalfPoints is <= TinyHalfPoints ? HiddenHow.Tiny
        : IsWhite && Shaded != true && !onDark ? HiddenHow.White
        : null;

    /// <summary>读一个 w:rPr；字符样式的编号由 <paramref name="style"/> 带回。</summary>
    public static RunLook Read(XmlCursor xml, out string? style)
    {
        var look = default(RunLook);
        style = null;
        for (var depth = xml.Enter(); xml.Next(depth);)
            switch (xml.Name)
            {
                case "rStyle":
                    style = xml.Value();
                    break;
                case "vanish" or "specVanish":
                    look = look with { Vanish = xml.IsOn() };
                    break;
                case "webHidden":
                    look = look with { WebHidden = xml.IsOn() };
                    break;
                case "color":
                    look = look with { Color = xml.Value() };
                    break;
                case "sz":
                    look = look with { HalfPoints = xml.Number(int.MaxValue) };
                    break;
                case "rPrChange":
                    look = look with { ReformattedBy = xml.WordAttribute("author") ?? "" };
                    break;
                case "shd":
                    look = look with { Shaded = IsShade(xml) };
                    break;
                case "highlight":
                    look = look with { Shaded = xml.Value() is not ("none" or "white") };
                    break;
            }

        return look;
    }

    /// <summary>底纹（w:shd）不是白的、也不是透明的。</summary>
    public static bool IsShade(XmlCursor xml) =>
        xml.WordAttribute("fill") is { } fill && fill is not ("auto" or "FFFFFF" or "ffffff") || xml.Value() is "solid";
}

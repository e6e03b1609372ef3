using Gongkai.Documents.Layout;

namespace Gongkai.Documents.Ofd;

/// <summary>OFD 的一页（或一个模板页）里读出的东西。</summary>
/// <param name="Area">这一页自己的大小；没有写的为空。</param>
/// <param name="Templates">用到的模板页的编号。</param>
/// <param name="Hidden">不显示的文字对象数。</param>
/// <param name="Images">图片对象数。</param>
internal sealed record OfdPage(
    double[]? Area, IReadOnlyList<PlacedWord> Words, IReadOnlyList<string> Templates, int Hidden, int Images)
{
    // 有的软件一个字一个对象：挨着的接成词，数字才不会散开。
    private const double Adjoining = 0.2;

    /// <summary>没有这个部件时为空。</summary>
    public static OfdPage? Read(OfdPackage package, string path, int mostWords)
    {
        using var reader = package.Open(path);
        if (reader is null) return null;
        double[]? area = null;
        var words = new List<PlacedWord>();
        var templates = new List<string>();
        var (hidden, images) = (0, 0);
        TextObject? text = null;
        foreach (var element in package.Elements(reader))
            switch (element.LocalName)
            {
                case "PhysicalBox": area = OfdDocument.BoxOf(element); break;
                case "Template" when element.GetAttribute("TemplateID") is { } id: templates.Add(id); break;
                case "ImageObject": images++; break;
                case "TextObject":
                    text = new TextObject(element);
                    if (!text.IsVisible) hidden++;
                    break;
                case "TextCode" when text is { IsVisible: true }:
                    using (var code = element.ReadSubtree())
                    {
                        code.Read();
                        words.AddRange(text.Read(code));
                    }

                    if (words.Count > mostWords) throw new InvalidDataException("文字对象过多。");
                    break;
                default: break;
            }

        return new OfdPage(area, words, templates, hidden, images);
    }

    /// <summary>把同一行里挨着的词接起来。</summary>
    public static List<PlacedWord> Joined(int page, IReadOnlyList<PlacedWord> words)
    {
        var joined = new List<PlacedWord>();
        foreach (var line in PageLines.Of(page, words))
        {
            var current = line.Words[0];
            foreach (var word in line.Words.Skip(1))
            {
                if (Math.Abs(word.Left - current.Right) < Adjoining * Math.Min(word.Height, current.Height)
                    && Math.Max(word.Height, current.Height) < 1.5 * Math.Min(word.Height, current.Height))
                {
                    current = new PlacedWord(
                        current.Text + word.Text, current.Left, Math.Min(current.Top, word.Top),
                        Math.Max(current.Right, word.Right), Math.Max(current.Bottom, word.Bottom));
                    continue;
                }

                joined.Add(current);
                current = word;
            }

            joined.Add(current);
        }

        return joined;
    }
}

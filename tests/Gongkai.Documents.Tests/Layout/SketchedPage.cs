namespace Gongkai.Documents.Tests.Layout;

/// <summary>画一页：把文字放在给定的左上角，汉字宽一个字号，西文半个；空格另起一词。</summary>
internal sealed class SketchedPage(int number = 1, double width = 595, double height = 842)
{
    private readonly List<PlacedWord> _words = [];

    public PlacedPage Page => new(number, width, height, _words, new Place(Page: number));

    public SketchedPage Write(double left, double top, string text, double size = 12)
    {
        foreach (var word in text.Split(' '))
        {
            var right = left + word.Sum(character => character < '\u2E80' ? size / 2 : size);
            if (word.Length > 0) _words.Add(new PlacedWord(word, left, top, right, top + size));
            left = right + size / 2;
        }

        return this;
    }

    public SketchedPage Stack(double left, double top, string text, double size = 12, double leading = 14)
    {
        for (var index = 0; index < text.Length; index++) Write(left, top + index * leading, text[index].ToString(), size);
        return this;
    }

    public SketchedPage Box(string text, double left, double top, double right, double bottom)
    {
        _words.Add(new PlacedWord(text, left, top, right, bottom));
        return this;
    }
}

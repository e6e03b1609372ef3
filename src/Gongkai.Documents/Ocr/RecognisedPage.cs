namespace Gongkai.Documents.Ocr;

/// <summary>识别出的一页：词与其中没有把握的个数；单位由调用方定。</summary>
internal sealed class RecognisedPage(double width, double height)
{
    // tesseract 给每个词 0–100 的把握；六十以下的，实测多半有错。
    private const double Confident = 60;

    private readonly List<PlacedWord> _words = [];

    public double Width { get; } = width;

    public double Height { get; } = height;

    public IReadOnlyList<PlacedWord> Words => _words;

    public int Doubtful { get; private set; }

    public void Add(PlacedWord word, double confidence)
    {
        _words.Add(word);
        if (confidence < Confident) Doubtful++;
    }
}

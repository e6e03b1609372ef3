namespace Gongkai.Documents.Layout;

/// <summary>把一行在宽的空隙处分成几段：表格一行的各格，或并排的几栏。</summary>
public static class LineRuns
{
    /// <param name="gap">多宽算空隙，以行高为单位；一个全角空格约为 1。</param>
    public static IReadOnlyList<PageLine> Split(PageLine line, double gap = 1.2)
    {
        var runs = new List<PageLine>();
        var start = 0;
        var right = line.Words[0].Right;
        for (var index = 1; index < line.Words.Count; index++)
        {
            var word = line.Words[index];
            if (word.Left - right > gap * line.Height)
            {
                runs.Add(PageLine.Of(line.Page, line.Words.Take(start..index)));
                start = index;
            }

            right = Math.Max(right, word.Right);
        }

        runs.Add(PageLine.Of(line.Page, line.Words.Skip(start)));
        return runs;
    }
}

namespace Gongkai.Documents.Ocr;

/// <summary>擦去表格的横线与竖线：线贴着字时，识别会把整列的数字当成线的一部分。</summary>
internal static class RuledLines
{
    private const byte Dark = 160;

    private const byte White = 255;

    /// <param name="page">就地修改。</param>
    /// <param name="shortest">至少多少像素长的黑线才算线；要长过最大的字。</param>
    public static void Erase(PixelPage page, int shortest)
    {
        // 先把两个方向的线都找出来再擦：擦了横线，竖线就断成小段了。
        var lines = new List<(int Start, int Count, int Step)>();
        for (var row = 0; row < page.Height; row++)
            Find(page.Pixels, row * page.Width, page.Width, 1, shortest, lines);
        for (var column = 0; column < page.Width; column++)
            Find(page.Pixels, column, page.Height, page.Width, shortest, lines);
        foreach (var (start, count, step) in lines)
        {
            // 线的两侧各有一像素的灰边。
            var aside = step == 1 ? page.Width : 1;
            for (var i = 0; i < count; i++) Whiten(page.Pixels, start + i * step, aside);
        }
    }

    private static void Find(
        byte[] pixels, int first, int count, int step, int shortest, List<(int Start, int Count, int Step)> lines)
    {
        var run = 0;
        for (var i = 0; i <= count; i++)
        {
            if (i < count && pixels[first + i * step] < Dark)
            {
                run++;
                continue;
            }

            if (run >= shortest) lines.Add((first + (i - run) * step, run, step));
            run = 0;
        }
    }

    private static void Whiten(byte[] pixels, int at, int aside)
    {
        pixels[at] = White;
        if (at >= aside && pixels[at - aside] >= Dark) pixels[at - aside] = White;
        if (at + aside < pixels.Length && pixels[at + aside] >= Dark) pixels[at + aside] = White;
    }
}

namespace Gongkai.Documents.Layout;

/// <summary>
/// 字框过高的页：有的程序（cairo）把字体的上下界写得很大，框高到两行那么高，相邻的行就分不开。
/// 字有多大看字宽，框绕它的中线收回来；字宽与框高相称的页原样返回。
/// </summary>
internal static class FittedPage
{
    // 框高与字宽之比，平常的字体在 1 至 1.5 之间。
    private const double TooTall = 1.7;

    private const double Usual = 1.2;

    // 汉字一字一宽，数字与西文约半宽。
    private const double HalfWidth = 0.5;

    private const int FewestCharacters = 4;

    public static PlacedPage Of(PlacedPage page)
    {
        // 够长的词看得准；高过宽的是竖排的字，不算。
        var ratios = page.Words.Where(word => word.Text.Length >= FewestCharacters && word.Width > word.Height).Select(word => word.Height / FontSize(word)).Order().ToList();
        return ratios.Count > 0 && ratios[ratios.Count / 2] > TooTall ? page with { Words = [.. page.Words.Select(Fit)] } : page;
    }

    private static PlacedWord Fit(PlacedWord word)
    {
        var height = Math.Min(word.Height, FontSize(word) * Usual);
        return word with { Top = word.Middle - (height / 2), Bottom = word.Middle + (height / 2) };
    }

    private static double FontSize(PlacedWord word) => word.Width / word.Text.Sum(character => char.IsAscii(character) ? HalfWidth : 1);
}

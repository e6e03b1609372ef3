using Gongkai.Scanning.Reading;

namespace Gongkai.Scanning;

/// <summary>检测项认出的一个号码、地址，建议遮盖。</summary>
/// <param name="Kind">种类。</param>
/// <param name="Text">原文。只给正在看这份文件的人，不进日志。</param>
/// <param name="Masked">遮盖后的样子。</param>
/// <param name="Count">在文中几处。</param>
public sealed record SuggestedTerm(ScanKind Kind, string Text, string Masked, int Count)
{
    /// <inheritdoc />
    public override string ToString() => $"{Kind} {Masked}";
}

/// <summary>由检测项建议遮盖哪些：认得出位置、逐个成词的才建议。</summary>
public static class SuggestedTerms
{
    private static readonly ScanKind[] Personal = [ScanKind.ResidentId, ScanKind.Mobile, ScanKind.Landline, ScanKind.BankCard, ScanKind.Passport, ScanKind.Plate, ScanKind.Email, ScanKind.Address];

    /// <summary>一篇文字里的，先出现的在前，同样的只列一次。</summary>
    public static IReadOnlyList<SuggestedTerm> Of(string source)
    {
        var text = ScanText.Of(source, TextPlaces.Lines(source));
        return
        [
            .. TextScanner.Scan(text, ScanOptions.Default).Found.Where(hit => Personal.Contains(hit.Kind)).OrderBy(hit => hit.Start)
                .Select(hit => (Hit: hit, Text: text.Text[hit.Start..hit.End].Trim())).Where(one => one.Text.Length > 1)
                .GroupBy(one => one.Text).Select(group => new SuggestedTerm(group.First().Hit.Kind, group.Key, group.First().Hit.Excerpt, group.Count())),
        ];
    }
}

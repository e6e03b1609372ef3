using System.Text;

namespace Gongkai.Documents.Programs;

/// <summary>装在机器上的字体，由 fontconfig 的 fc-list 列出。</summary>
public static class InstalledFonts
{
    private static readonly ExternalProgram FontList = new("fc-list", "fontconfig", ("列出字体", "to list fonts"), "--version");

    /// <summary>有汉字的字体的名字，按名字排列；没有 fc-list 时为空引用。</summary>
    public static IReadOnlyList<string>? Chinese(CancellationToken cancel)
    {
        using var run = ProgramRun.Of(new ProgramCall(FontList, [":lang=zh-cn", "family"]) { Time = TimeSpan.FromSeconds(20) }, cancel);
        if (run.Ending != ProgramEnding.Finished) return null;
        return [.. Encoding.UTF8.GetString(run.Output).Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .Select(line => line.Split(',')[0]).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
    }
}

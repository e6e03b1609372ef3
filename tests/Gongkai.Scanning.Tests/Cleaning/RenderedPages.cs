using System.Diagnostics;
using Gongkai.Testing;

namespace Gongkai.Scanning.Tests.Cleaning;

/// <summary>把文件画成页面比较：PDF 直接画，办公文件先由 LibreOffice 变成 PDF（装不上、打不开、要修复都会失败）。</summary>
internal static class RenderedPages
{
    /// <summary>一页里灰度差在 32 以上的像素的份额，不得超过千分之二。</summary>
    private const double MostDifferent = 0.002;

    public static void ShouldLookAlike(byte[] one, byte[] other, string extension)
    {
        using var folder = new TemporaryFolder();
        var (first, second) = (Pages(folder, "a", one, extension), Pages(folder, "b", other, extension));
        second.Count.ShouldBe(first.Count);
        foreach (var (before, after) in first.Zip(second)) Difference(before, after).ShouldBeLessThan(MostDifferent);
    }

    public static List<byte[]> Pages(TemporaryFolder folder, string name, byte[] content, string extension)
    {
        var path = Path.Combine(folder.Path, name + extension);
        File.WriteAllBytes(path, content);
        if (extension != ".pdf")
        {
            Run("soffice", "--headless", $"-env:UserInstallation={new Uri(Path.Combine(folder.Path, "profile"))}", "--convert-to", "pdf", "--outdir", folder.Path, path);
            path = Path.Combine(folder.Path, name + ".pdf");
        }

        Run("pdftoppm", "-gray", "-r", "72", path, Path.Combine(folder.Path, name));
        return [.. Directory.GetFiles(folder.Path, name + "-*.pgm").Order(StringComparer.Ordinal).Select(File.ReadAllBytes)];
    }

    private static double Difference(byte[] before, byte[] after)
    {
        after.Length.ShouldBe(before.Length, "页面的大小变了");
        return before.Zip(after).Count(pair => Math.Abs(pair.First - pair.Second) > 32) / (double)before.Length;
    }

    private static void Run(string program, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false })!;
        process.StandardOutput.ReadToEnd();
        var errors = process.StandardError.ReadToEnd();
        process.WaitForExit();
        process.ExitCode.ShouldBe(0, errors);
    }
}

using System.Runtime.CompilerServices;
using System.Text;

namespace Gongkai.Testing;

/// <summary>金样：实际结果与仓库里的 <c>*.verified.*</c> 逐字相同；不同则写出 <c>*.received.*</c>，供人比较后改名。</summary>
public static class Golden
{
    /// <param name="actual">实际结果。</param>
    /// <param name="name">金样的名字，例如 <c>seed-000.findings.txt</c>：存为 <c>Golden/seed-000.findings.verified.txt</c>。</param>
    public static void Matches(string actual, string name, [CallerFilePath] string caller = "")
    {
        var directory = Path.Combine(Path.GetDirectoryName(caller)!, "Golden");
        var extension = Path.GetExtension(name);
        var stem = Path.Combine(directory, Path.GetFileNameWithoutExtension(name));
        var verified = $"{stem}.verified{extension}";
        var received = $"{stem}.received{extension}";
        var expected = File.Exists(verified) ? File.ReadAllText(verified) : null;
        var normalised = actual.ReplaceLineEndings("\n");
        if (expected == normalised)
        {
            File.Delete(received);
            return;
        }

        Directory.CreateDirectory(directory);
        File.WriteAllText(received, normalised, new UTF8Encoding(false));
        normalised.ShouldBe(expected, $"与金样不同：{received}。看过无误，改名为 {Path.GetFileName(verified)}。");
    }
}

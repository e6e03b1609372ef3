using System.Globalization;
using System.Text;
using Gongkai.Documents;

namespace Gongkai.Data.Attachments;

/// <summary>清理别人给的文件名：只留名字，去掉路径、控制字符、看不见的方向符和各系统不许的字；扩展名以内容为准。</summary>
internal static class AttachmentName
{
    private const int Longest = 100;
    private const string Unnamed = "附件";
    private const string Forbidden = "<>:\"/\\|?*";

    public static string Clean(string given, FileKind kind)
    {
        // 不同系统的路径分隔符都算，取最后一段。
        var last = given[(given.LastIndexOfAny(['/', '\\']) + 1)..];
        var text = new StringBuilder(last.Length);
        foreach (var rune in last.EnumerateRunes())
            if (IsAllowed(rune)) text.Append(rune.ToString());
        var name = WithoutExtension(text.ToString().Normalize(NormalizationForm.FormC), kind).Trim(' ', '.', '\u3000');
        if (name.Length > Longest) name = name[..(char.IsHighSurrogate(name[Longest - 1]) ? Longest - 1 : Longest)];
        return $"{(name.Length == 0 || IsDevice(name) ? Unnamed : name)}.{kind.Code}";
    }

    private static bool IsAllowed(Rune rune) =>
        Rune.GetUnicodeCategory(rune) is not (UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.PrivateUse or UnicodeCategory.OtherNotAssigned or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator)
        && rune != Rune.ReplacementChar
        && !Forbidden.Contains(rune.ToString(), StringComparison.Ordinal);

    // 只去掉像扩展名的尾巴：“第1.2条”不是扩展名。
    private static string WithoutExtension(string name, FileKind kind)
    {
        var extension = Path.GetExtension(name);
        var known = extension.Length is > 1 and <= 6 && extension[1..].All(char.IsAsciiLetterOrDigit) && extension[1..].Any(char.IsAsciiLetter);
        return known || extension.Equals($".{kind.Code}", StringComparison.OrdinalIgnoreCase) ? name[..^extension.Length] : name;
    }

    // Windows 的设备名，存成这样的文件打不开。
    private static bool IsDevice(string name) =>
        name.ToUpperInvariant() is "CON" or "PRN" or "AUX" or "NUL"
        || (name.Length == 4 && char.IsAsciiDigit(name[3]) && name[..3].ToUpperInvariant() is "COM" or "LPT");
}

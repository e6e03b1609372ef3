namespace Gongkai.Organisations.Access;

/// <summary>常见的口令：猜口令的人首先试的那些，连同在它们前后添几个数字的写法。</summary>
internal static class CommonPasswords
{
    private const int LongestRun = 6;

    private static readonly string[] Runs = ["abcdefghijklmnopqrstuvwxyz", "01234567890123456789", "qwertyuiop", "asdfghjkl", "zxcvbnm", "1qaz2wsx3edc4rfv5tgb"];

    private static readonly string[] Words =
    [
        "password", "passw0rd", "p@ssw0rd", "p@ssword", "admin", "administrator", "root", "user", "guest", "test", "welcome", "letmein", "iloveyou", "woaini", "5201314", "1314520",
        "gongkai", "zhengfu", "zhengwu", "mima", "xinxi", "gov", "china", "zhongguo", "beijing", "shanghai", "qwerty", "abc", "aa", "a",
    ];

    /// <summary>口令为什么容易猜；不容易猜的为空。</summary>
    public static string? Weakness(string password)
    {
        var plain = password.ToLowerInvariant();
        if (HasRun(plain)) return $"口令里有顺序的 {LongestRun} 个以上的字，例如 123456、qwerty。";
        var stripped = plain.Trim('0', '1', '2', '3', '4', '5', '6', '7', '8', '9', '!', '@', '#', '$', '%', '.', '*', '_', '-');
        return stripped.Length == 0 || Words.Contains(stripped, StringComparer.Ordinal)
            ? "口令是常见的词前后添了数字或者符号，容易猜到；可以用几个不相干的词连起来。" : null;
    }

    private static bool HasRun(string plain)
    {
        for (var at = 0; at + LongestRun <= plain.Length; at++)
        {
            var piece = plain.Substring(at, LongestRun);
            var reversed = string.Concat(piece.Reverse());
            if (Runs.Any(run => run.Contains(piece, StringComparison.Ordinal) || run.Contains(reversed, StringComparison.Ordinal))) return true;
        }

        return false;
    }
}

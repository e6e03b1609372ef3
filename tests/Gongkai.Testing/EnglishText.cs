using System.Text;

namespace Gongkai.Testing;

/// <summary>英文的话里还剩多少汉字：引号“”之内的（标签、原句、名称、文号）不算，其余一个也不该有。</summary>
public static class EnglishText
{
    /// <summary>引号之外有汉字或全角符号的各行，去掉引文；没有时为空。</summary>
    /// <param name="names">原样印出来的名称，例如所给文件的路径。</param>
    public static IReadOnlyList<string> LinesWithChinese(string text, params string[] names)
    {
        foreach (var name in names.OrderByDescending(name => name.Length)) text = text.Replace(name, "", StringComparison.Ordinal);
        return [.. text.Split('\n').Select(Unquoted).Where(line => line.Any(character => character >= 0x2E80))];
    }

    /// <summary>引文去掉之后的一行；引文里可以再有引文，截短的引文缺一半引号，一直算到行末。</summary>
    private static string Unquoted(string line)
    {
        var rest = new StringBuilder();
        var depth = 0;
        foreach (var character in line)
        {
            if (character == '“') depth++;
            else if (character == '”') depth = Math.Max(0, depth - 1);
            else if (depth == 0) rest.Append(character);
        }

        return rest.ToString();
    }
}

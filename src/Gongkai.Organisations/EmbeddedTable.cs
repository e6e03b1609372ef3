namespace Gongkai.Organisations;

/// <summary>嵌在程序集里的小表：逗号分隔，以 # 起的行是说明，说明之后第一行是列名。</summary>
internal static class EmbeddedTable
{
    /// <summary>除说明与列名以外的各行，已按逗号切开。</summary>
    public static IEnumerable<string[]> Rows(string name) =>
        Lines(name).Skip(1).Select(line => line.Split(','));

    /// <summary>说明以外的各行。</summary>
    public static IEnumerable<string> Lines(string name)
    {
        using var stream = typeof(EmbeddedTable).Assembly.GetManifestResourceStream(name)
            ?? throw new InvalidOperationException($"程序集里没有 {name}。");
        using var reader = new StreamReader(stream);
        while (reader.ReadLine() is { } line)
            if (line.Length > 0 && line[0] != '#') yield return line;
    }
}

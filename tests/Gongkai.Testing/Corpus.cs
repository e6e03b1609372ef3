namespace Gongkai.Testing;

/// <summary>旁边语料里的文件；没有语料时各表为空。</summary>
public static class Corpus
{
    /// <summary>五份种子报告。</summary>
    public static IReadOnlyList<string> Seeds { get; } = Repository.Shared is { } shared ? [.. Directory.GetFiles(Path.Combine(shared, "seeds"), "*.txt").Order(StringComparer.Ordinal)] : [];

    /// <summary>语料里的全部报告文件（含没有定论的版式样本与空白模板），不含种子。</summary>
    public static IReadOnlyList<string> Files { get; } = Repository.Shared is { } shared
        ? [.. new[] { "txt", "html", "pdf", "docx" }.SelectMany(folder => Directory.GetFiles(Path.Combine(shared, "corpus", folder))).Order(StringComparer.Ordinal)]
        : [];

    /// <summary>有定论的文件：种子与语料中有同名 truth 的。</summary>
    public static IReadOnlyList<string> WithTruth { get; } = [.. Seeds.Concat(Files).Where(file => File.Exists(TruthOf(file)))];

    public static string TruthOf(string file) => Path.Combine(Repository.Shared ?? "", "corpus", "truth", Path.GetFileNameWithoutExtension(file) + ".json");
}

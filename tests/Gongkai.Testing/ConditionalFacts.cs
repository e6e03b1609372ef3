namespace Gongkai.Testing;

/// <summary>要用旁边语料的测试；没有语料就跳过并说明。</summary>
public sealed class SharedFactAttribute : FactAttribute
{
    public SharedFactAttribute() => Skip = Repository.Shared is null ? "仓库旁边没有 ../shared 语料" : null;
}

/// <inheritdoc cref="SharedFactAttribute"/>
public sealed class SharedTheoryAttribute : TheoryAttribute
{
    public SharedTheoryAttribute() => Skip = Repository.Shared is null ? "仓库旁边没有 ../shared 语料" : null;
}

/// <summary>要用外部程序的测试；没有装就跳过并说明。</summary>
public sealed class ToolFactAttribute : FactAttribute
{
    public ToolFactAttribute(params string[] programs) => Skip = Tools.WhyMissing(programs);
}

/// <inheritdoc cref="ToolFactAttribute"/>
public sealed class ToolTheoryAttribute : TheoryAttribute
{
    public ToolTheoryAttribute(params string[] programs) => Skip = Tools.WhyMissing(programs);
}

/// <summary>只在 <c>./test --long</c> 里运行的测试。</summary>
public sealed class LongFactAttribute : FactAttribute
{
    public LongFactAttribute() => Skip = LongRun.Enabled ? null : "只在 ./test --long 里运行";
}

/// <summary>长测试的开关。</summary>
public static class LongRun
{
    public static bool Enabled { get; } = Environment.GetEnvironmentVariable("GONGKAI_LONG") == "1";
}

/// <summary>PATH 上的外部程序。</summary>
public static class Tools
{
    public static string? Find(string program) =>
        (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator)
            .Select(directory => Path.Combine(directory, program))
            .FirstOrDefault(File.Exists);

    /// <summary>没有装的程序，说成一句话；都装了为空。</summary>
    public static string? WhyMissing(params ReadOnlySpan<string> programs)
    {
        List<string> missing = [];
        foreach (var program in programs)
            if (Find(program) is null) missing.Add(program);
        return missing.Count == 0 ? null : $"没有安装 {string.Join('、', missing)}";
    }
}

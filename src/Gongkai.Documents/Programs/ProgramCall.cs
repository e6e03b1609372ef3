namespace Gongkai.Documents.Programs;

/// <summary>要运行的一次：程序、参数（逐个传递，从不经过 shell）与限度。</summary>
internal sealed record ProgramCall(ExternalProgram Program, IReadOnlyList<string> Arguments)
{
    private const int DefaultOutputBytes = 64 << 20;

    /// <summary>写到标准输入的内容；为空时不给标准输入。</summary>
    public ReadOnlyMemory<byte>? Input { get; init; }

    public string? WorkingDirectory { get; init; }

    /// <summary>在继承的环境变量之外另设的。</summary>
    public IReadOnlyList<KeyValuePair<string, string>> Environment { get; init; } = [];

    /// <summary>最长时间，到时连同子进程一起结束。</summary>
    public TimeSpan Time { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>标准输出的最大字节数，超过就结束它。</summary>
    public int OutputBytes { get; init; } = DefaultOutputBytes;

    /// <summary>最多可用的内存（地址空间，只在 Linux 上有效）；0 为不限。</summary>
    public long MemoryBytes { get; init; }
}

/// <summary>一次运行如何结束。</summary>
internal enum ProgramEnding
{
    /// <summary>自己结束，退出码见 <see cref="ProgramRun.ExitCode"/>。</summary>
    Finished,

    NotInstalled,

    TimedOut,

    TooMuchOutput,
}

using Gongkai.Law;

namespace Gongkai.Cli.Frame;

/// <summary>一次运行的环境，各命令共用：输入输出、时钟，以及写数据和写消息的唯一办法。</summary>
internal sealed class CommandFrame(TextWriter output, TextWriter error, TextReader input, TimeProvider clock)
{
    /// <summary>标准输出：只写数据。</summary>
    public TextWriter Output { get; } = output;

    /// <summary>标准错误：消息与进度。</summary>
    public TextWriter Error { get; } = error;

    /// <summary>标准输入。</summary>
    public TextReader Input { get; } = input;

    public TimeProvider Clock { get; } = clock;

    /// <summary>写一行 JSON 到标准输出。</summary>
    public void WriteJson<T>(T value) => Output.WriteLine(JsonText.Of(value));

    /// <summary>说明做不下去的原因，返回退出码 2。</summary>
    public int Fail(string message)
    {
        Error.WriteLine(message);
        return ExitCode.Unusable;
    }

    /// <inheritdoc cref="Fail(string)"/>
    public int Fail(Said<InChinese> chinese, Said<InEnglish> english) => Fail(Say(chinese, english));

    /// <summary>说明被拒绝的理由与依据，返回退出码 2。</summary>
    public int Fail(Refusal refusal) =>
        Fail(Reasons.Alone(refusal.Reason) + (refusal.Basis is { } basis ? Say($"依据：{basis}。", $" Basis: {basis}.") : ""));
}

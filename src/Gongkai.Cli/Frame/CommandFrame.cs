using Gongkai.Law;
using Gongkai.Law.Clocks;

namespace Gongkai.Cli.Frame;

/// <summary>一次运行的环境，各命令共用：输入输出、时钟、语言，以及写数据和写消息的唯一办法。</summary>
internal sealed class CommandFrame(TextWriter output, TextWriter error, TextReader input, TimeProvider clock, Language language)
{
    /// <summary>标准输出：只写数据。</summary>
    public TextWriter Output { get; } = output;

    /// <summary>标准错误：消息与进度。</summary>
    public TextWriter Error { get; } = error;

    /// <summary>标准输入。</summary>
    public TextReader Input { get; } = input;

    public TimeProvider Clock { get; } = clock;

    /// <summary>给人看的话用哪种语言；JSON 与语言无关。</summary>
    public Language Language { get; } = language;

    /// <summary>一处文字的两种语言，取当前的一种。</summary>
    public string Say(string chinese, string english) => Language == Language.English ? english : chinese;

    /// <summary>星期几。</summary>
    public string WeekdayOf(DateOnly date) => Say(ClockText.Weekday(date), date.DayOfWeek.ToString()[..3]);

    /// <summary>写一行 JSON 到标准输出。</summary>
    public void WriteJson<T>(T value) => Output.WriteLine(JsonText.Of(value));

    /// <summary>说明做不下去的原因，返回退出码 2。</summary>
    public int Fail(string message)
    {
        Error.WriteLine(message);
        return ExitCode.Unusable;
    }

    /// <inheritdoc cref="Fail(string)"/>
    public int Fail(string chinese, string english) => Fail(Say(chinese, english));

    /// <summary>说明被拒绝的理由与依据，返回退出码 2。</summary>
    public int Fail(Refusal refusal) =>
        Fail(refusal.Basis is { } basis ? $"{Reasons.Sentence(this, refusal.Reason)}{Say("依据：", " Basis: ")}{basis}{Say("。", ".")}" : Reasons.Sentence(this, refusal.Reason));
}

using System.CommandLine;

namespace Gongkai.Cli.Frame;

/// <summary>选项 <c>--format</c> 与它的简写 <c>--json</c>。每个输出数据的命令各有一份，因为各自的格式不同。</summary>
internal sealed class FormatChoice
{
    public const string Text = "text";
    public const string Json = "json";

    private readonly Option<string> _format;
    private readonly Option<bool> _json;
    private readonly string _default;

    private FormatChoice(Option<string> format, Option<bool> json, string defaultFormat)
    {
        _format = format;
        _json = json;
        _default = defaultFormat;
    }

    /// <summary>给命令加上格式选项；第一种是默认的，不写就是 text 与 json。</summary>
    public static FormatChoice AddTo(Command command, CommandFrame frame, params string[] formats)
    {
        if (formats.Length == 0) formats = [Text, Json];
        var format = new Option<string>("--format")
        {
            Description = Say($"输出格式，默认 {formats[0]}", $"Output format; default {formats[0]}"),
            HelpName = string.Join('|', formats),
        }.OneOf(frame, formats);
        var json = new Option<bool>("--json") { Description = Say("等于 --format json", "Same as --format json") };
        command.Options.Add(format);
        command.Options.Add(json);
        command.Validators.Add(result =>
        {
            if (result.GetValue(json) && result.GetValue(format) is not (null or Json))
                result.AddError(Say("--json 与 --format 不一致，请只写一个。", "--json contradicts --format; write one of them."));
        });
        return new FormatChoice(format, json, formats[0]);
    }

    /// <summary>选定的格式。</summary>
    public string Of(ParseResult parsed) => parsed.GetValue(_json) ? Json : parsed.GetValue(_format) ?? _default;

    public bool IsJson(ParseResult parsed) => Of(parsed) == Json;
}

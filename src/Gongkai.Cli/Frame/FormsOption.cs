using System.CommandLine;
using System.CommandLine.Parsing;
using Gongkai.AnnualReports.Forms;
using Gongkai.Law;

namespace Gongkai.Cli.Frame;

/// <summary>选项 <c>--forms</c>：另添的年报格式所在的文件夹，写法见 docs/forms.md。要在读第一份报告之前添。</summary>
internal static class FormsOption
{
    private const string Name = "--forms";

    public static Option<string?> Create() => new(Name)
    {
        HelpName = "DIR", Recursive = true,
        Description = Say("另添的年报格式所在的文件夹（docs/forms.md）", "Folder of further forms of the report (docs/forms.md)"),
    };

    /// <summary>添上；格式文件有毛病的、没有文件夹的，一句话。没有写这一项的什么也不做。</summary>
    public static Refusal? Apply(ParseResult parsed)
    {
        if (parsed.GetResult(Name) is not OptionResult result || result.Tokens is not [var folder, ..]) return null;
        return Directory.Exists(folder.Value) ? FormCatalogue.Add(folder.Value) : new Refusal(Say($"没有文件夹 {folder.Value}。", $"there is no folder {folder.Value}."));
    }
}

using System.CommandLine;
using Gongkai.AnnualReports.Reading;
using Gongkai.AnnualReports.Rules;
using Gongkai.Cli.Frame;
using Gongkai.Documents;
using Gongkai.Organisations.Regions;

namespace Gongkai.Cli.Commands.Report;

/// <summary><c>gongkai report check</c>：按规则检查年报。</summary>
internal static class CheckCommand
{
    private static readonly Dictionary<string, BodyLevel> Levels = new(StringComparer.Ordinal)
    {
        ["department"] = BodyLevel.Department,
        ["government"] = BodyLevel.Government,
        ["town"] = BodyLevel.Town,
    };

    public static Command Create(CommandFrame frame)
    {
        var files = new Argument<string[]>("FILE") { Arity = ArgumentArity.OneOrMore, Description = Say("年报文件，可以写几个；互相查雷同，同一机关相邻两年的连起来查", "Report files; those given together are checked against each other for copied text, and a body's neighbouring years are checked together") };
        var previous = new Option<string?>("--previous") { HelpName = "FILE", Description = Say("同一机关上一年度的年报，用于跨年的规则", "The same body's report of the year before, for the rules across years") };
        var level = new Option<string>("--level")
        {
            HelpName = string.Join('|', Levels.Keys),
            Description = Say("机关是部门、政府还是乡镇；不写就由机关名称判定", "Whether the body is a department, a government or a town; default from its name"),
        }.OneOf(frame, [.. Levels.Keys]);
        var region = new Option<string?>("--region") { HelpName = "CODE", Description = Say("六位行政区划代码；不写就由机关名称判定", "Six-digit region code; default from the body's name") };
        region.Validators.Add(result =>
        {
            foreach (var token in result.Tokens.Where(token => Gazetteer.China.ByCode(token.Value) is null))
                result.AddError(Say($"--region 应是现行的六位行政区划代码，例如 410800，没有“{token.Value}”这个代码。", $"--region must be a six-digit region code in force such as 410800; there is no “{token.Value}”."));
        });
        var verbose = new Option<bool>("--verbose") { Description = Say("列出不可判的规则和原因", "List the rules that cannot be assessed, and why") };
        var command = new ExampledCommand(
            "check",
            Say("按规则检查年报：结构、表格、正文与表格、日期与地名、语言、雷同", "Check reports against the rules"),
            Say("gongkai report check 年报.docx --previous 上年年报.docx", "gongkai report check report.docx --previous last-year.docx"),
            Say("gongkai report check 部门一.pdf 部门二.html --level department --json", "gongkai report check department-1.pdf department-2.html --level department --json")) { files, previous, level, region, verbose };
        var format = FormatChoice.AddTo(command, frame);
        command.SetAction(async (parsed, cancel) =>
        {
            var request = new CheckRequest(
                parsed.GetValue(files)!,
                parsed.GetValue(level) is { } named ? Levels[named] : null,
                parsed.GetValue(region));
            if (parsed.GetValue(previous) is { } path)
            {
                var before = await ReportReader.ReadFileAsync(path, ReadLimits.Default, cancel);
                if (before.Refusal is { } refusal) return frame.Fail(Reasons.About(path, refusal.Reason));
                request = request with { Previous = before.Value };
            }

            var results = await CheckRun.Run(frame, request, cancel);
            if (format.IsJson(parsed)) frame.WriteJson(CheckJson.Of(results));
            else CheckText.Write(frame, results, parsed.GetValue(verbose));
            return results.Exists(result => result.Unreadable is not null) ? ExitCode.Unusable
                : results.Exists(result => result.Check!.HasErrors) ? ExitCode.FoundErrors
                : ExitCode.Fine;
        });
        return command;
    }
}

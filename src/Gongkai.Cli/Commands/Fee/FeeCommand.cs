using System.CommandLine;
using System.Text.Json.Serialization;
using Gongkai.Cli.Frame;
using Gongkai.Law;
using Gongkai.Law.Fees;

namespace Gongkai.Cli.Commands.Fee;

/// <summary><c>gongkai fee</c>：信息处理费。</summary>
internal static class FeeCommand
{
    public static Command Create(CommandFrame frame)
    {
        var items = new Option<int?>("--items") { HelpName = "N", Description = Say("按件计：这一次的件数", "By items: how many this time") };
        var earlier = new Option<int?>("--earlier") { HelpName = "M", Description = Say("同一申请人本自然月此前的件数", "This applicant's earlier items of the calendar month") };
        var pages = new Option<int?>("--pages") { HelpName = "N", Description = Say("按量计：页数", "By pages: how many") };
        var on = OptionValues.Date(frame, "--on", Say("用哪一天的标准，默认今天", "The tariff of which day; default today"));
        var command = new ExampledCommand(
            "fee",
            Say("计算信息处理费（按件或按量，只能选一种）", "Compute the information handling fee (by items or by pages)"),
            "gongkai fee --items 41",
            "gongkai fee --items 10 --earlier 31 --json",
            "gongkai fee --pages 201") { items, earlier, pages, on };
        var format = FormatChoice.AddTo(command, frame);
        command.Validators.Add(result =>
        {
            if (result.GetResult(items) is null == result.GetResult(pages) is null)
                result.AddError(Say("按件（--items）与按量（--pages）要选一种，也只能选一种。", "Choose exactly one of --items and --pages."));
            else if (result.GetResult(earlier) is not null && result.GetResult(pages) is not null)
                result.AddError(Say("按量计费不累加，不能写 --earlier。", "--earlier has no meaning with --pages."));
        });
        command.SetAction(parsed =>
        {
            var day = parsed.GetValue(on) ?? LegalTime.Today(frame.Clock);
            var quote = parsed.GetValue(items) is { } count
                ? FeeTariff.ByItems(count, parsed.GetValue(earlier) ?? 0, day)
                : FeeTariff.ByPages(parsed.GetValue(pages)!.Value, day);
            if (quote.Refusal is { } refusal) return frame.Fail(refusal);
            if (format.IsJson(parsed)) frame.WriteJson(Contract.Of(quote.Value));
            else WriteText(frame, quote.Value);
            return ExitCode.Fine;
        });
        return command;
    }

    private static void WriteText(CommandFrame frame, FeeQuote quote)
    {
        var unit = quote.Mode == ChargeMode.Items ? Say("件", "item") : Say("页", "page");
        foreach (var step in quote.Steps)
            frame.Output.WriteLine(Say(
                $"第{step.First}—{step.Last}{unit}：{step.Count}{unit} × {step.Price}元 = {step.Amount}元",
                $"{unit} {step.First}-{step.Last}: {step.Count} × {step.Price} = {step.Amount} yuan"));
        frame.Output.WriteLine(Say($"合计 {quote.Fee} 元", $"Total {quote.Fee} yuan"));
        frame.Output.WriteLine(Say($"依据：{quote.Basis}", $"Basis: {quote.Basis}"));
    }

    /// <summary>约定的输出：<c>{"mode":"items","count":41,"fee":4300}</c>，金额单位元。</summary>
    private sealed record Contract(
        ChargeMode Mode,
        int Count,
        [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] int? Earlier,
        decimal Fee)
    {
        public static Contract Of(FeeQuote quote) => new(quote.Mode, quote.Count, quote.Earlier == 0 ? null : quote.Earlier, quote.Fee);
    }
}

using System.Text.Json;
using Gongkai.AnnualReports.Rules;

namespace Gongkai.Cli.Tests.Reports;

public sealed class RulesCommandTests
{
    [Fact]
    public async Task The_list_has_every_rule_under_its_group()
    {
        var run = await CommandLine.Run("rules", "list");

        run.ExitCode.ShouldBe(0);
        run.Output.ShouldContain("D 表三：依申请公开\n  T3-01  错误  表三每一列：本年新收加上年结转");
        foreach (var rule in RuleCatalogue.All) run.Output.ShouldContain($"  {rule.Id}  ");
    }

    [Fact]
    public async Task The_list_as_json_has_the_fields_of_a_rule()
    {
        using var json = JsonDocument.Parse((await CommandLine.Run("rules", "list", "--json")).Output);
        var rule = json.RootElement.EnumerateArray().First(item => item.GetProperty("id").GetString() == "T3-01");
        rule.GetProperty("severity").GetString().ShouldBe("error");
        rule.GetProperty("neverWaived").GetBoolean().ShouldBeTrue();
        rule.GetProperty("examples").GetArrayLength().ShouldBe(2);
    }

    [Fact]
    public async Task A_rule_is_explained() =>
        (await CommandLine.Run("rules", "explain", "t3-1")).Output.ShouldBe("""
            T3-01  错误  D 表三：依申请公开
            表三每一列：本年新收加上年结转，等于办理结果总计加结转下年度。

            依据：年度报告格式（国办公开办函〔2021〕30号、〔2019〕60号）表三表头：第一项加第二项之和，等于第三项加第四项之和
            适用：各年度
            放行：不得放行，改正后才能提交
            例：成立：自然人列新收12、上年结转1、总计12、结转下年1，12+1=12+1。
            例：不成立：自然人列新收1、上年结转0、总计0、结转下年0，1+0≠0+0。

            """.ReplaceLineEndings("\n"));

    [Fact]
    public async Task An_unknown_id_is_answered_with_near_ones()
    {
        var run = await CommandLine.Run("rules", "explain", "T3-99");

        run.ExitCode.ShouldBe(2);
        run.Error.ShouldContain("没有规则“T3-99”，相近的有 T3-09");
    }
}

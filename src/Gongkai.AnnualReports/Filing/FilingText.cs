using Gongkai.Law.Process;

namespace Gongkai.AnnualReports.Filing;

/// <summary>编报的流程写成文档，由流程表生成。</summary>
public static class FilingText
{
    /// <summary>Markdown：图、逐行的表、每个角色在每个状态可以做的事。</summary>
    public static string ToMarkdown() => $"""
        # 年报编报的流程

        由 `src/Gongkai.AnnualReports/Filing` 的流程表生成，测试保证一致。表里没有的，就是不允许。

        - 编报的人、审核的人、签发的人、主管部门，看有没有“编制年度报告”“审核年度报告”“签发年度报告”“收集、退回、汇总年度报告”的权限（docs/access.md）；交一版的人不能审核、签发自己交的。
        - 送审以前，查出的错误和警告逐条写说明；标着“不得放行”的只能改。签发时内容冻结，留下规范 JSON 的 SHA-256；由登记编出来的，写成 Word、网页和 PDF（装了 LibreOffice 的）再读回来，一样了才签。
        - 由登记编出来的，签发时年度快照（表三、表四的各件）一起冻结，接收时锁定，退回、撤回时放开，更正时另起一版；取了快照以后案件有变动的，先重取、重编。
        - 部门次年1月31日以前、政府3月31日以前（条例第四十九条）；主管部门可以要求得更早。
        - 没有主管部门的，签发以后就可以公布。往年从前在别处报送、公布过的，补登；上一年度的不能补登。
        - 公布以后发现错误，更正：再走一遍各步，旧版留到新版公布，新版附更正说明。

        {FilingProcess.Table.ToMarkdown()}
        ## 谁在什么时候可以做什么

        {FilingProcess.Table.ToMarkdownGrid()}
        """;
}

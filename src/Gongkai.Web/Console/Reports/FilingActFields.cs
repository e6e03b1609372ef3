using Gongkai.AnnualReports.Filing;

namespace Gongkai.Web.Console.Reports;

/// <summary>编报的一件事，表单上要填什么、做了会怎样。</summary>
/// <param name="NoteLabel">说明的标签。</param>
/// <param name="NoteRequired">说明必填。</param>
/// <param name="Consequence">做了会怎样，一句话。</param>
/// <param name="Forward">往前走的。</param>
internal sealed record FilingActFields(string NoteLabel, bool NoteRequired, string Consequence, bool Forward)
{
    /// <summary>退回、撤下：按钮用红色。</summary>
    public bool Dangerous => !Forward;

    public static FilingActFields Of(FilingAction action, bool wasPublished) => action switch
    {
        FilingAction.SelfCheck => new("总的说明", false, "送到办公室审核；审核、签发期间不能再存新版。", true),
        FilingAction.Pass => new("意见", false, "送分管领导签发。", true),
        FilingAction.ReturnDraft or FilingAction.DeclineToSign => new("理由", true, "回到编制，编报的人改了再送。", false),
        FilingAction.Sign => new("意见", false, "送到主管部门；内容从此冻结，留下散列，您的姓名记作签发的人。", true),
        FilingAction.SignAlone => new("意见", false, "内容从此冻结，留下散列；没有主管部门，接着就可以公布。", true),
        FilingAction.Recall => new("理由", true, "从主管部门收回来，回到编制。", false),
        FilingAction.SendBack => new("理由，写明要改什么", true, "退给编报的单位，查出的问题一并看得见；它改了重报。", false),
        FilingAction.Accept => new("意见", false, "编报的单位可以公布了。", true),
        FilingAction.Publish => new(wasPublished ? "更正说明，给公众看" : "给公众的说明", wasPublished, "公众立即看到全文和数据。", true),
        FilingAction.AddPast => new("说明，给公众看", false, "这一年的从前在别处编报过，直接登记公布；公众立即看到全文和数据。", true),
        FilingAction.Withdraw => new("理由，给公众看", true, "公众看不到全文了，原来的网址只说何时撤下、为什么。", false),
        FilingAction.Lock => new("意见", false, "不再改动；发现错误的，编报的单位以更正的方式出新版。", true),
        _ => new("发现了什么错误", true, "重新编一版，再经自查、审核、签发、报送；公布着的一版留到新版公布。", false),
    };
}

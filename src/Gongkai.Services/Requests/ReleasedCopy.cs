using Gongkai.Documents;
using Gongkai.Law;
using Gongkai.Scanning;

namespace Gongkai.Services.Requests;

/// <summary>给申请人的一份：净化副本，没有批注、修订、隐藏的内容、属性。原件留在案卷。</summary>
internal static class ReleasedCopy
{
    /// <summary>做一份；做不成的不给，说明为什么。</summary>
    public static Outcome<OpenedFile> Of(OpenedFile original, CancellationToken cancel)
    {
        var copy = CleanedCopy.Of(original.Content, original.Name, ReadLimits.Default, ScanOptions.Default, cancel);
        return copy.Succeeded ? original with { Content = copy.Value.Content.ToArray() } : new Refusal($"“{original.Name}”不能随答复提供：{copy.Refusal!.Reason.TrimEnd('。')}。");
    }
}

using System.Text.Json;
using Gongkai.Data.Acts;
using Gongkai.Law;

namespace Gongkai.Data.Audit;

/// <summary>链头：一条链的最后一条记录的序号与封印。抄出去存在别处，日后就看得出链有没有被截短、重写。</summary>
/// <param name="Chain">链，写作 <c>system</c> 或单位的编号。</param>
/// <param name="Sequence">最后一条的序号。</param>
/// <param name="Seal">最后一条的封印，十六进制。</param>
public sealed record AuditHead(string Chain, long Sequence, string Seal)
{
    /// <summary>从 JSON 读出链头：<c>gongkai db verify --json</c> 的输出就是这种文件。</summary>
    public static Outcome<IReadOnlyList<AuditHead>> Read(string json)
    {
        try
        {
            var heads = ActJson.Read<Holder>(json)?.Heads;
            if (heads is not null && heads.All(head => head is { Chain: not null, Seal: not null })) return heads;
        }
        catch (JsonException)
        {
            // 与缺项同样处理。
        }

        return new Refusal(Say("这不是链头文件：应是 gongkai db verify --json 的输出。", "this is not a file of chain heads: it should be the output of gongkai db verify --json."));
    }

    private sealed record Holder(AuditHead[]? Heads);
}

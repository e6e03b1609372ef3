using System.Collections.Immutable;

namespace Gongkai.Data.Audit;

/// <summary>审计链的问题。</summary>
public enum AuditFault
{
    /// <summary>内容改过：封印对不上。</summary>
    Changed,

    /// <summary>缺了：序号有空。</summary>
    Missing,

    /// <summary>截短了：链头或存档的链头比最后一条记录还靠后。</summary>
    CutOff,

    /// <summary>重写了：与存档的链头不符。</summary>
    Rewritten,

    /// <summary>没有那把密钥，无从核对。</summary>
    NoKey,
}

/// <summary>审计链的一处问题。</summary>
/// <param name="Chain">哪条链。</param>
/// <param name="Sequence">第几条。</param>
/// <param name="Message">给人看的一句话。</param>
public sealed record AuditProblem(AuditFault Fault, string Chain, long Sequence, string Message);

/// <summary>核对的结果：核对了多少条、有哪些问题、各链的链头。</summary>
public sealed record AuditReport(long Records, ImmutableArray<AuditProblem> Problems, ImmutableArray<AuditHead> Heads)
{
    /// <summary>没有问题。</summary>
    public bool Sound => Problems.IsEmpty;
}

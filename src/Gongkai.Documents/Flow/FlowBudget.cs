using System.Runtime.CompilerServices;
using Gongkai.Law;

namespace Gongkai.Documents.Flow;

/// <summary>读一个文件时的块数与时间：两样都在这里查，用完就停。</summary>
internal sealed class FlowBudget(ReadLimits limits, CancellationToken cancel)
{
    private const int CancelEvery = 1024;

    private int _spent;
    private int _steps;

    public ReadLimits Limits => limits;

    /// <summary>用去若干块；超过限度，抛 <see cref="LimitException"/>。</summary>
    public void Spend(int blocks)
    {
        _spent += blocks;
        if (_spent > limits.Blocks) throw new LimitException(Unreadable.TooManyBlocks(limits.Blocks));
        Step();
    }

    /// <summary>走了一步；隔若干步看一眼是否该停。</summary>
    public void Step()
    {
        if (++_steps % CancelEvery == 0) cancel.ThrowIfCancellationRequested();
    }

    /// <summary>到了这样深；超过限度，抛 <see cref="LimitException"/>。</summary>
    public void Enter(int depth)
    {
        if (depth > limits.Depth || !RuntimeHelpers.TryEnsureSufficientExecutionStack())
            throw new LimitException(Unreadable.TooDeep(limits.Depth));
    }
}

/// <summary>在解析器的回调或递归的深处碰到限度：只在本项目之内抛、之内接，出去时是一句拒绝的话。</summary>
internal sealed class LimitException(Refusal refusal) : Exception(refusal.Reason)
{
    public Refusal Refusal { get; } = refusal;
}

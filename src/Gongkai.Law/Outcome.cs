namespace Gongkai.Law;

/// <summary>结果：要么是一个值，要么是拒绝的理由。凡是人可能做错的事，用它回答，不抛异常。</summary>
public readonly record struct Outcome<T>
{
    private readonly T? _value;

    private Outcome(T? value, Refusal? refusal)
    {
        _value = value;
        Refusal = refusal;
    }

    /// <summary>拒绝的理由；成功时为 <see langword="null"/>。</summary>
    public Refusal? Refusal { get; }

    public bool Succeeded => Refusal is null;

    /// <summary>成功时的值。</summary>
    /// <exception cref="InvalidOperationException">已被拒绝却取值：调用方没有先看 <see cref="Succeeded"/>。</exception>
    public T Value => Refusal is null ? _value! : throw new InvalidOperationException(Refusal.Reason);

    public static implicit operator Outcome<T>(T value) => new(value, null);

    public static implicit operator Outcome<T>(Refusal refusal) => new(default, refusal);
}

/// <summary>拒绝：给人看的一句话，和它所依据的条文（没有条文的，为 <see langword="null"/>）。</summary>
public record Refusal(string Reason, Citation? Basis = null);

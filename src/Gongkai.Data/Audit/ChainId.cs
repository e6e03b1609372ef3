namespace Gongkai.Data.Audit;

/// <summary>审计链的编号：一个单位一条链，几个节点各写各的单位，不必排队。</summary>
public readonly record struct ChainId(Guid Value)
{
    /// <summary>不属于哪个单位的事：设置、升级、恢复、系统管理。</summary>
    public static ChainId System { get; } = new(Guid.Empty);

    public override string ToString() => this == System ? "system" : Value.ToString("D");
}

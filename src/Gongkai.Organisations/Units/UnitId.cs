namespace Gongkai.Organisations.Units;

/// <summary>单位的标识：由提出设立的一方给出（按时间排序的 GUID），从不改变，更名也不改变。</summary>
public readonly record struct UnitId(Guid Value)
{
    public override string ToString() => Value.ToString();
}

/// <summary>内设机构的标识。</summary>
public readonly record struct OfficeId(Guid Value)
{
    public override string ToString() => Value.ToString();
}

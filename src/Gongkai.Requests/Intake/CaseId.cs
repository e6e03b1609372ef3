namespace Gongkai.Requests.Intake;

/// <summary>一件申请的标识（按时间排序的 GUID），从不改变；案号登记了才有。</summary>
public readonly record struct CaseId(Guid Value)
{
    public override string ToString() => Value.ToString();
}

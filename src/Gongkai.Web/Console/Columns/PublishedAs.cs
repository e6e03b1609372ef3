namespace Gongkai.Web.Console.Columns;

/// <summary>发布指南、制度填的。</summary>
public sealed class PublishedAs
{
    /// <summary>提交的钥匙：双击只做一次。</summary>
    public string Key { get; set; } = Guid.NewGuid().ToString("N");

    /// <summary>看到的版本。</summary>
    public long Version { get; set; }

    /// <summary>自哪一天起施行；不写是今天。</summary>
    public DateOnly? EffectiveFrom { get; set; }
}

namespace Gongkai.Cli.Commands.Doctor;

/// <summary>一项查看的结果。</summary>
/// <param name="Id">代号，一经使用，永不改变。</param>
/// <param name="Name">看的是什么，用来做什么。</param>
/// <param name="Needed">是不是必需的；不是的，缺了只少一样功能。</param>
/// <param name="Found">找到的版本与位置；没有时为空。</param>
/// <param name="Remedy">怎么办；正常时为空。</param>
internal sealed record HealthCheck(string Id, string Name, bool Needed, HealthStatus Status, string? Found, string? Remedy)
{
    public static HealthCheck Fine(string id, string name, bool needed, string? found) => new(id, name, needed, HealthStatus.Fine, found, null);

    public static HealthCheck Missing(string id, string name, bool needed, string remedy) => new(id, name, needed, HealthStatus.Missing, null, remedy);

    public static HealthCheck Unusable(string id, string name, bool needed, string? found, string remedy) => new(id, name, needed, HealthStatus.Unusable, found, remedy);
}

/// <summary>状况。</summary>
internal enum HealthStatus
{
    Fine,
    Missing,

    /// <summary>在，但不能用或不够用。</summary>
    Unusable,
}

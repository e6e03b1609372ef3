namespace Gongkai.Cli.Frame;

/// <summary>退出码：所有命令只用这三个。</summary>
internal static class ExitCode
{
    /// <summary>一切正常。</summary>
    public const int Fine = 0;

    /// <summary>检查过了，发现错误。</summary>
    public const int FoundErrors = 1;

    /// <summary>有东西读不出来，或者命令写得不对。</summary>
    public const int Unusable = 2;
}

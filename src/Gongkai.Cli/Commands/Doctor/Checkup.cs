using Gongkai.Documents.Programs;

namespace Gongkai.Cli.Commands.Doctor;

/// <summary>逐项查看。</summary>
internal static class Checkup
{
    public static async Task<IReadOnlyList<HealthCheck>> Run(string dataFolder, CancellationToken cancel) =>
    [
        PlatformChecks.Runtime(),
        PlatformChecks.Culture(),
        PlatformChecks.TimeZone(),
        .. ExternalPrograms.Probe(cancel).Select(Of),
        FontCheck.Run(cancel),
        DatabaseChecks.Sqlite(),
        DatabaseChecks.Postgres(),
        FolderChecks.Data(dataFolder),
        FolderChecks.Temporary(),
        await MailCheck.Run(dataFolder, cancel),
    ];

    /// <summary>必需的是不是都正常。</summary>
    public static bool IsFine(IReadOnlyList<HealthCheck> checks) => checks.All(check => !check.Needed || check.Status == HealthStatus.Fine);

    private static HealthCheck Of(ProgramProbe probe)
    {
        var (id, name) = (probe.Program.Name, Say($"{probe.Program.Name}（{probe.Program.Purpose}）", $"{probe.Program.Name} ({probe.Program.Purpose})"));
        var install = Say($"请安装：apt-get install -y --no-install-recommends {probe.Program.Package}",
            $"install it: apt-get install -y --no-install-recommends {probe.Program.Package}");
        if (probe.Path is null) return HealthCheck.Missing(id, name, probe.Program.Needed, install);
        return probe.Problem is { } problem
            ? HealthCheck.Unusable(id, name, probe.Program.Needed, probe.Version, Say($"{problem}。{install}", $"{problem}; {install}"))
            : HealthCheck.Fine(id, name, probe.Program.Needed, Say($"{probe.Version}，{probe.Path}", $"{probe.Version}, {probe.Path}"));
    }
}

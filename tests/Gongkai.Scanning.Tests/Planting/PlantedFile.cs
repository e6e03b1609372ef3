namespace Gongkai.Scanning.Tests.Planting;

/// <summary>埋好的一份文件，与埋在里面的各处（连同怎样埋的，漏了好说）。</summary>
internal sealed record PlantedFile(string Name, byte[] Content, IReadOnlyList<(string How, PlantedSecret Secret)> Secrets)
{
    /// <summary>没有查出来的；同样的摘录查出几次算几次。</summary>
    public List<(string How, PlantedSecret Secret)> Missed(IReadOnlyList<ScanFinding> findings)
    {
        var left = findings.ToList();
        var missed = new List<(string, PlantedSecret)>();
        foreach (var (how, secret) in Secrets)
        {
            var at = left.FindIndex(secret.IsFoundBy);
            if (at < 0) missed.Add((how, secret));
            else left.RemoveAt(at);
        }

        return missed;
    }
}

using Gongkai.AnnualReports.Model;
using Gongkai.AnnualReports.Rules;
using Gongkai.Testing.Builders;
using YamlDotNet.RepresentationModel;

namespace Gongkai.AnnualReports.Tests.Rules;

/// <summary>一条规则的一个例子，写在 <c>Cases/编号.yaml</c>，办事人员也能看懂和增补；写法见 <c>Cases/README.md</c>。</summary>
internal sealed record RuleCase(string Rule, string Name, YamlMappingNode Node)
{
    private static readonly string[] Keys = ["名称", "报告", "改", "上年", "级别", "区划", "其他", "期望", "发现级别", "含"];

    public string Expected => Node.Text("期望") ?? "";

    /// <summary>期望正好是这些规则不成立；没有列出编号时为空。</summary>
    public IReadOnlyList<string>? ExpectedIds => Node.Node("期望") is YamlSequenceNode ids ? [.. ids.Select(id => id.ToString())] : null;

    public Severity? ExpectedSeverity => Node.Text("发现级别") switch
    {
        null => null,
        "错误" => Severity.Error,
        "警告" => Severity.Warning,
        "提示" => Severity.Notice,
        var other => throw Wrong($"不认识的发现级别“{other}”"),
    };

    public string? ExpectedText => Node.Text("含");

    public static IReadOnlyList<RuleCase> ReadFile(string path)
    {
        var stream = new YamlStream();
        using var reader = new StreamReader(path);
        stream.Load(reader);
        var rule = Path.GetFileNameWithoutExtension(path);
        return [.. ((YamlSequenceNode)stream.Documents[0].RootNode).Select((node, index) =>
        {
            var mapping = (YamlMappingNode)node;
            var name = mapping.Text("名称") ?? throw new InvalidOperationException($"{rule} 的第{index + 1}个例子没有名称。");
            foreach (var key in mapping.Children.Keys.Select(key => key.ToString()))
                if (!Keys.Contains(key, StringComparer.Ordinal)) throw new InvalidOperationException($"{rule}“{name}”：不认识的项“{key}”。");
            return new RuleCase(rule, name, mapping);
        })];
    }

    public CheckContext Context()
    {
        var form = Node.Text("报告") ?? "2021";
        var report = CaseEdits.Apply(Clean(form), Node.Node("改"), this);
        return new CheckContext(report)
        {
            Previous = PreviousReport(form),
            Body = Body(report),
            Peers = Node.Node("其他") is YamlSequenceNode peers ? [.. peers.Cast<YamlMappingNode>().Select(peer => Peer(form, peer))] : [],
        };
    }

    public InvalidOperationException Wrong(string why) => new($"{Rule}“{Name}”：{why}。");

    private ReportBuilder Clean(string form) => form switch
    {
        "2021" => ReportBuilder.Clean2021(),
        "2019" => ReportBuilder.Clean2019(),
        _ => throw Wrong($"报告只能是 2021 或 2019，不能是“{form}”"),
    };

    private AnnualReport? PreviousReport(string form) => Node.Node("上年") switch
    {
        null => null,
        YamlScalarNode { Value: "无" } => null,
        var edits => CaseEdits.Apply(form == "2021" ? ReportBuilder.Previous2021() : ReportBuilder.Previous2019(), edits, this),
    };

    /// <summary>同年的另一个机关：另一篇正文，另一个名称；“同报告”的是本机关同一份报告的另一个文件。</summary>
    private AnnualReport Peer(string form, YamlMappingNode edits)
    {
        if (edits.Text("同报告") == "是") return CaseEdits.Apply(Clean(form), edits, this);
        var previous = form == "2021" ? ReportBuilder.Previous2021() : ReportBuilder.Previous2019();
        return CaseEdits.Apply(previous.Replace("澄浦市文化和旅游局", "澄浦市体育局").Year(form == "2021" ? 2023 : 2020), edits, this);
    }

    private ReportingBody Body(AnnualReport report)
    {
        var code = Node.Text("区划");
        return Node.Text("级别") switch
        {
            null or "部门" => ReportingBody.Of(report, BodyLevel.Department, code),
            "政府" or "市政府" => ReportingBody.Of(report, BodyLevel.Government, code) with { IsCounty = false },
            "县政府" => ReportingBody.Of(report, BodyLevel.Government, code) with { IsCounty = true },
            "乡镇" => ReportingBody.Of(report, BodyLevel.Town, code),
            "名称" => ReportingBody.Of(report, null, code),
            "不明" => ReportingBody.Unknown,
            var other => throw Wrong($"不认识的级别“{other}”"),
        };
    }
}

/// <summary>按名取 YAML 的项。</summary>
internal static class YamlNodes
{
    public static YamlNode? Node(this YamlMappingNode mapping, string key) => mapping.Children.TryGetValue(new YamlScalarNode(key), out var node) ? node : null;

    public static string? Text(this YamlMappingNode mapping, string key) => mapping.Node(key) is YamlScalarNode scalar ? scalar.Value : null;
}

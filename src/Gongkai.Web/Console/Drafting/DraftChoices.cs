using Gongkai.Organisations.Units;
using Gongkai.Publication.Catalogue;
using Gongkai.Publication.Columns;
using Gongkai.Publication.Drafting;
using Gongkai.Publication.Matters;
using Gongkai.Web.Components.Forms;

namespace Gongkai.Web.Console.Drafting;

/// <summary>拟稿的各个下拉、单选有哪些选项，都取自业务的表。</summary>
internal static class DraftChoices
{
    public static IReadOnlyList<Choice> Genres { get; } = [.. Enum.GetValues<Genre>().Select(genre => new Choice(genre.ToString(), genre.Caption()))];

    public static IReadOnlyList<Choice> Subjects { get; } = [.. Subject.All.Select(subject => new Choice(subject.Code, subject.Path))];

    public static IReadOnlyList<Choice> Modes { get; } =
    [
        new(nameof(DisclosureMode.Active), DisclosureMode.Active.Caption(), "面向社会，审查通过以后发布在门户。"),
        new(nameof(DisclosureMode.OnRequest), DisclosureMode.OnRequest.Caption(), "有人申请时提供；要说明不主动公开的理由。"),
        new(nameof(DisclosureMode.NotOpen), DisclosureMode.NotOpen.Caption(), "要写明属于条例第十四条至第十六条的哪一种情形。"),
    ];

    public static IReadOnlyList<Choice> Grounds { get; } =
        [.. Enum.GetValues<NonDisclosureGround>().Select(ground => ground.Entry()).Select(entry => new Choice(entry.Ground.ToString(), $"{entry.Caption}（{entry.Article.Article}）"))];

    public static IReadOnlyList<Choice> Ranks { get; } = [.. Enum.GetValues<LegalRank>().Select(rank => new Choice(rank.ToString(), rank.Caption()))];

    public static IReadOnlyList<Choice> Opinions { get; } = [.. Enum.GetValues<ThirdPartyOpinion>().Select(opinion => new Choice(opinion.ToString(), opinion.Caption()))];

    public static IReadOnlyList<Choice> Sources { get; } = [.. Enum.GetValues<SourceKind>().Select(source => new Choice(source.ToString(), source.Caption()))];

    public static IReadOnlyList<Choice> YesNo { get; } = [new("no", "没有"), new("yes", "有")];

    public static IReadOnlyList<Choice> Agreed { get; } = [new("yes", "同意公开"), new("no", "不同意公开")];

    /// <summary>某一层级适用的法定公开分类。</summary>
    public static IReadOnlyList<Choice> Categories(UnitLevel level) =>
        [.. DisclosureCategory.For(level).Select(category => new Choice(category.Code, $"{category.Caption}（{category.Article.Article}）"))];

    /// <summary>可以指定的栏目：本单位自己的栏目之树里“法定主动公开内容”之下的，下级缩进；停用的只在已经指定着它时列出。</summary>
    public static IReadOnlyList<Choice> Columns(ColumnTree tree, string? chosen) =>
        [.. Below(tree, tree.Columns.First(column => column is { Kind: ColumnKind.Statutory, Parent: null }).Code, 0, chosen)];

    /// <summary>可以归入的事项：像的在前，写明“建议”；已经停用的只在归在那里时列出。</summary>
    /// <param name="matters">本单位还在用的各项。</param>
    /// <param name="suggested">按分类、名称看像的。</param>
    /// <param name="chosen">现在归在哪一项；没有的为空。</param>
    public static IReadOnlyList<Choice> Matters(IReadOnlyList<Matter> matters, IReadOnlyList<Matter> suggested, Matter? chosen) =>
    [
        .. suggested.Select(matter => new Choice(matter.Id.ToString(), $"{NameOf(matter)}（建议）")),
        .. matters.Where(matter => suggested.All(one => one.Id != matter.Id)).Select(matter => new Choice(matter.Id.ToString(), NameOf(matter))),
        .. chosen?.Ending is null ? [] : new[] { new Choice(chosen.Id.ToString(), $"{NameOf(chosen)}（已停用）") },
    ];

    private static string NameOf(Matter matter) => $"{matter.Facts.Group}：{matter.Facts.Name}";

    private static IEnumerable<Choice> Below(ColumnTree tree, string parent, int depth, string? chosen) =>
        from column in tree.Children(parent)
        from choice in new[] { new Choice(column.Code, new string('\u3000', depth) + column.Caption + (tree.IsShown(column.Code) ? "" : "（已停用）")) }.Concat(Below(tree, column.Code, depth + 1, chosen))
        where tree.IsShown(choice.Value) || choice.Value == chosen
        select choice;

    /// <summary>可以选的公开期限。</summary>
    public static IReadOnlyList<Choice> Deadlines(DateOnly date) =>
        [.. DisclosureDeadlineRule.ForPublishingOn(date).Select(rule => new Choice(rule.Id.ToString(), $"{rule.Caption}：{rule.Start}之后{rule.Span}"))];
}

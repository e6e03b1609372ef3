using System.Collections.Immutable;
using Gongkai.Law;
using Gongkai.Organisations.Units;
using Gongkai.Publication.Catalogue;
using Gongkai.Publication.Channels;
using Gongkai.Publication.Drafting;
using Gongkai.Publication.Matters;

namespace Gongkai.Services.Importing;

/// <summary>导入事项清单（基层政务公开标准目录）：一行一项；已经有同名、各栏也相同的，就是它，不重复。</summary>
internal static class MatterImport
{
    private const string Unit = "公开主体";
    private const string Everyone = "全社会";
    private static readonly DisclosureMode[] Modes = [DisclosureMode.Active, DisclosureMode.OnRequest];

    public static ImmutableArray<ImportColumn> Columns { get; } =
    [
        new(Unit, true, "负责公开的单位，写全称。", "云泽市林业局"),
        new(MatterField.Group.Caption(), true, "例如公共文化服务。", "公共服务"),
        new(MatterField.Name.Caption(), true, "同一单位、同一一级事项之下不重复。", "古树名木保护"),
        new(MatterField.Elements.Caption(), true, "要公开哪些内容。", "名录、保护责任人、保护措施"),
        new(MatterField.Basis.Caption(), true, "法律、法规、文件。", "《政府信息公开条例》第二十一条"),
        new(MatterField.Category.Caption(), true, "代码或者名称，例如 2102。", "2102"),
        new(MatterField.Rhythm.Caption(), true, $"{MatterRhythm.Examples}。", "每年3月31日以前"),
        new(MatterField.Channels.Caption(), true, $"几个用顿号隔开：{string.Join("、", Enum.GetValues<Channel>().Select(channel => channel.Caption()))}。", "政府网站"),
        new(MatterField.Mode.Caption(), false, "主动公开、依申请公开；不写的是主动公开。", "主动公开"),
        new(MatterField.Audience.Caption(), false, "全社会，或者写明特定群体是谁；不写的是全社会。", Everyone),
        new(MatterField.Levels.Caption(), false, "几级用顿号隔开：市级、县级、乡镇级；不写的是公开主体自己的层级。", ""),
    ];

    public static async Task<Outcome<ImportedRow>> Take(ImportDesk desk, ImportRow row)
    {
        var unit = await desk.Unit(row, Unit);
        var facts = new MatterFacts
        {
            Group = row.Text(MatterField.Group.Caption()), Name = row.Text(MatterField.Name.Caption()), Elements = row.Text(MatterField.Elements.Caption()), Basis = row.Text(MatterField.Basis.Caption()),
            Category = ItemImport.Category(row), Rhythm = Rhythm(row), Channels = [.. row.Several(MatterField.Channels.Caption(), Enum.GetValues<Channel>(), channel => channel.Caption())],
            Mode = row.TextOrNone(MatterField.Mode.Caption()) is null ? DisclosureMode.Active : row.OneOf(MatterField.Mode.Caption(), Modes, mode => mode.Caption()),
            Audience = row.TextOrNone(MatterField.Audience.Caption()) is { } audience && audience != Everyone ? audience : null,
            Levels = row.TextOrNone(MatterField.Levels.Caption()) is null ? [(await desk.Tree()).Find(unit)!.Latest.Level]
                : [.. row.Several(MatterField.Levels.Caption(), Enum.GetValues<UnitLevel>(), level => level.Caption())],
        };
        var isKnown = (await desk.Publication.MatterBoard.For(unit, desk.Cancel)).Any(matter => (matter.Facts.Group, matter.Facts.Name) == (facts.Group, facts.Name));
        var added = await desk.Publication.Matters.Add(desk.By, unit, facts, null, desk.Cancel);
        if (added.Refusal is MatterRefusal { Faults: [var first, ..] } wrong) throw new ImportFaultException(first.Field.Caption(), wrong.Reason);
        return added.Refusal is { } refusal ? refusal : isKnown ? ImportedRow.Already : ImportedRow.Stored;
    }

    private static MatterRhythm Rhythm(ImportRow row)
    {
        var read = MatterRhythm.Read(row.Text(MatterField.Rhythm.Caption()));
        return read.Succeeded ? read.Value : throw new ImportFaultException(MatterField.Rhythm.Caption(), read.Refusal!.Reason);
    }
}

using System.Collections.Immutable;
using Gongkai.Law;
using Gongkai.Publication.Channels;

namespace Gongkai.Services.Importing;

/// <summary>导入渠道账号：一行一个；已经有同渠道同名、各栏也相同的，就是它，不重复。自动发布不在这里设。</summary>
internal static class ChannelImport
{
    private const string Unit = "单位";

    public static ImmutableArray<ImportColumn> Columns { get; } =
    [
        new(Unit, true, "主办单位，写全称。", "云泽市林业局"),
        new(AccountField.Platform.Caption(), true, $"{string.Join("、", ChannelPlatform.All.Select(platform => platform.Caption))}之一。", "微信公众号"),
        new(AccountField.Name.Caption(), true, "没有账号的写它的名称；同一单位、同一渠道之下不重复。", "云泽林业"),
        new(AccountField.Filing.Caption(), false, "没有备案的不填。", ""),
        new(AccountField.Operator.Caption(), false, "委托别的单位运营的，写受托的单位；自己运营的不填。", ""),
        new(AccountField.OpenedOn.Caption(), false, "写作 2026-03-02；不知道的不填。", "2021-05-10"),
        new(AccountField.Standing.Caption(), false, "正常、停更待关停；不写的是正常。", "正常"),
    ];

    public static async Task<Outcome<ImportedRow>> Take(ImportDesk desk, ImportRow row)
    {
        var unit = await desk.Unit(row, Unit);
        var facts = new ChannelAccountFacts
        {
            Platform = row.OneOf(AccountField.Platform.Caption(), ChannelPlatform.All, platform => platform.Caption).Caption, Name = row.Text(AccountField.Name.Caption()),
            Filing = row.TextOrNone(AccountField.Filing.Caption()), Operator = row.TextOrNone(AccountField.Operator.Caption()), OpenedOn = row.DateOrNone(AccountField.OpenedOn.Caption()),
            Standing = row.TextOrNone(AccountField.Standing.Caption()) is null ? AccountStanding.Active : row.OneOf(AccountField.Standing.Caption(), Enum.GetValues<AccountStanding>(), standing => standing.Caption()),
        };
        var isKnown = (await desk.Publication.ChannelBoard.For(unit, desk.Cancel)).Any(account => (account.Facts.Platform, account.Facts.Name) == (facts.Platform, facts.Name.Trim()));
        var added = await desk.Publication.Channels.Add(desk.By, unit, facts, null, desk.Cancel);
        if (added.Refusal is AccountRefusal { Faults: [var first, ..] } wrong) throw new ImportFaultException(first.Field.Caption(), wrong.Reason);
        return added.Refusal is { } refusal ? refusal : isKnown ? ImportedRow.Already : ImportedRow.Stored;
    }
}

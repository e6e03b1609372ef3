using Gongkai.Law;
using Gongkai.Publication.Channels;
using Gongkai.Services.Publication;

namespace Gongkai.Services.Demonstration;

/// <summary>演示的渠道账号：文旅局登记两个，其中一个自动投放成文件，放在数据文件夹里；近两个月公开的，网站开起来就投放。</summary>
internal sealed class DemoChannels(PublicationServices publication, DemoTeam team, DateTimeOffset now, CancellationToken cancel)
{
    /// <summary>哪个单位的。</summary>
    public const string Unit = "wenlv";

    private const int Days = 60;

    /// <summary>排好的各件事。</summary>
    public IReadOnlyList<DemoAct> Plan()
    {
        var at = WorkTime.After(now.AddDays(-Days), 15);
        var opened = LegalTime.DateOf(at).AddYears(-2);
        return
        [
            .. new[]
            {
                Add(at, new ChannelAccountFacts { Platform = "微信公众号", Name = "云泽文旅（演示）", Filing = "演示-WLJ-01", Operator = "云泽融媒体运营中心（虚构）", OpenedOn = opened }, null),
                Add(at.AddMinutes(5), new ChannelAccountFacts { Platform = "上级门户", Name = "市政府门户转载（演示）", OpenedOn = opened }, new ChannelAdapter(AdapterKind.FileDrop, "wenlv-portal")),
            }.Where(act => act.At < now),
        ];
    }

    private DemoAct Add(DateTimeOffset at, ChannelAccountFacts facts, ChannelAdapter? adapter) => new(at, $"登记渠道账号“{facts.Name}”", async () =>
    {
        var added = await publication.Channels.Add(team.Handler(0), team.Unit, facts, null, cancel);
        if (added.Refusal is { } refusal || adapter is null) return added.Refusal;
        return (await publication.Channels.SetAdapter(team.Head, added.Value, 1, adapter, null, null, cancel)).Refusal;
    });
}

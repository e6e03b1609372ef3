using Gongkai.Organisations.Units;
using Gongkai.Publication.Channels;
using Gongkai.Publication.Matters;

namespace Gongkai.Publication.Tests.Matters;

/// <summary>虚构的公开事项。</summary>
internal static class InventedMatters
{
    public static readonly UnitId Culture = new(Guid.Parse("0190d7a4-0000-7000-8000-000000000001"));

    public static MatterFacts Facts(string name, string category = "2102") => new()
    {
        Group = "公共文化服务", Name = name, Elements = "活动的时间、地点、内容", Basis = "《政府信息公开条例》第二十一条", Category = category, Rhythm = new MatterRhythm(MatterFrequency.Monthly),
        Channels = [Channel.Website], Levels = [UnitLevel.City],
    };

    public static Matter Of(string name, string category = "2102") => new(new MatterId(Guid.NewGuid()), 1, Culture, Facts(name, category), null);
}

using Gongkai.Organisations.Units;
using Gongkai.Testing.Organisations;
using Gongkai.Web.Portal;
using Gongkai.Web.Tests.Portal;

namespace Gongkai.Web.Tests.DataCentre;

/// <summary>公布着一些年报的网站：十个局，2019 至 2023 年，跨着两种格式。</summary>
public class DataCentreSite : PublishingSite
{
    /// <summary>各局，按设立的先后。</summary>
    public List<UnitId> Bureaus { get; } = [];

    public override async Task InitializeAsync()
    {
        await base.InitializeAsync();
        foreach (var name in (string[])["教育", "财政", "民政", "司法", "水利", "统计", "审计", "商务", "体育", "林业"])
            Bureaus.Add(await City.Establish($"云泽市{name}局", UnitLevel.City, UnitKind.Department));
        await PublishedYears.Fill(City.Database, [.. Bureaus.Select(unit => unit.Value)], [2019, 2020, 2021, 2022, 2023]);
    }

    /// <summary>一个局的代码。</summary>
    public string Key(int bureau) => PortalAddress.KeyOf(Bureaus[bureau]);
}

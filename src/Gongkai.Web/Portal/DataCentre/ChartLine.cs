namespace Gongkai.Web.Portal.DataCentre;

/// <summary>一条线。</summary>
/// <param name="Name">名称。</param>
/// <param name="Points">各点，由早到晚；可比的组换了，线在那里断开。</param>
public sealed record ChartLine(string Name, IReadOnlyList<ChartPoint> Points);

/// <summary>线上的一点。</summary>
public sealed record ChartPoint(int Year, string Series, double Value);

/// <summary>带上的一点：下沿与上沿。</summary>
public sealed record ChartBand(int Year, string Series, double Lower, double Upper);

using Gongkai.Organisations.Regions;

namespace Gongkai.Organisations.Agencies;

/// <summary>外地地名：正文里出现、而不属于本机关隶属链的地名，疑为抄来文本的残留。</summary>
/// <param name="Offset">在原文里的位置，从 0 起。</param>
/// <param name="Text">原文，例如“随州旅游政务网”。</param>
/// <param name="Region">它指的区划；重名时取代码最小的一个。</param>
/// <param name="Certainty">把握。</param>
/// <param name="Why">为什么这样认定，给人看。</param>
public sealed record ForeignPlace(int Offset, string Text, Region Region, PlaceCertainty Certainty, string Why);

/// <summary>外地机关：正文里出现的、其他区划的机关全称。</summary>
/// <param name="Offset">在原文里的位置，从 0 起。</param>
/// <param name="Name">机关名称，照原文（去空白）。</param>
/// <param name="Region">它所在的区划；重名时取代码最小的一个。</param>
public sealed record ForeignAgency(int Offset, string Name, Region Region, string Why);

/// <summary>认定外地地名的把握。</summary>
public enum PlaceCertainty
{
    /// <summary>全称，或者简称紧接“政务网”“文旅局”等，词界已经证明。</summary>
    Certain,

    /// <summary>只有省、市的简称，前后词界证明得了，但可能是正常提及。</summary>
    Weak,

    /// <summary>写法确实，但它与本机关同属一个上级，或是本省首府，往往是正常提及。</summary>
    Neighbour,
}

/// <summary>一篇文字里的外地地名与外地机关。</summary>
public sealed record ForeignNamesFound(IReadOnlyList<ForeignPlace> Places, IReadOnlyList<ForeignAgency> Agencies)
{
    public static ForeignNamesFound None { get; } = new([], []);
}

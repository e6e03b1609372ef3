using Gongkai.Scanning.Reading;

namespace Gongkai.Scanning.Detectors;

/// <summary>检测项：找什么、怎样定级、什么不算，都写在一处；说明文档由此生成。</summary>
/// <param name="Kind">种类。</param>
/// <param name="Finds">找什么，怎样认定。</param>
/// <param name="Grades">怎样定级。</param>
/// <param name="Ignores">什么不算。</param>
/// <param name="IsPossible">看一遍扫过的特征，就能断定不会命中的，不必再找。</param>
/// <param name="Find">在文中找，找到的记下。</param>
internal sealed record Detector(
    ScanKind Kind,
    string Finds,
    string Grades,
    string Ignores,
    Func<ScanText, bool> IsPossible,
    Action<ScanText, Hits> Find);

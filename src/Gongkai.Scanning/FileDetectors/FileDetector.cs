using Gongkai.Documents.Inspection;

namespace Gongkai.Scanning.FileDetectors;

/// <summary>文件级检测项：与文字的检测项一样，找什么、怎样定级、什么不算都写在一处。</summary>
/// <param name="Kind">种类。</param>
/// <param name="Finds">找什么，怎样认定。</param>
/// <param name="Grades">怎样定级。</param>
/// <param name="Ignores">什么不算。</param>
/// <param name="Find">从文件的痕迹得出发现。</param>
internal sealed record FileDetector(
    ScanKind Kind,
    string Finds,
    string Grades,
    string Ignores,
    Func<FileTraces, IEnumerable<ScanFinding>> Find);

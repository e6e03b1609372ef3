using Gongkai.AnnualReports.Indicators;
using Gongkai.AnnualReports.Model;

namespace Gongkai.Services.AnnualReports.DataCentre;

/// <summary>数据中心的年报从哪里来：本站公布的（<see cref="PublishedSource"/>），或者一个文件夹里外来的（<see cref="ForeignSource"/>）。</summary>
public abstract class ReportSource
{
    /// <summary>外来数据要在每一页上说明的话；本站公布的为空。</summary>
    public abstract string? Warning { get; }

    /// <summary>全部数字现在的一份。</summary>
    public abstract Task<FigureStore> Current(CancellationToken cancel);

    /// <summary>一份报告的全部；没有的为空。</summary>
    /// <param name="body">机关的代码。</param>
    public abstract Task<AnnualReport?> Open(string body, int year, CancellationToken cancel);

    /// <summary>全部报告，一份一行 JSON，格式与 <c>gongkai report batch</c> 的 reports.jsonl 一样；不带换行。</summary>
    public abstract IAsyncEnumerable<ReadOnlyMemory<byte>> Lines(CancellationToken cancel);
}

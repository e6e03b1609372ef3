using System.Globalization;
using System.Text;
using QRCoder;

namespace Gongkai.Web.Components.Panels;

/// <summary>二维码的黑块，画成 SVG 的一条路径。</summary>
/// <param name="Size">一边有几格，四周的空白在内。</param>
/// <param name="Path">路径；一行里连着的黑块是一条，字节少一半多。</param>
internal sealed record QrCode(int Size, string Path)
{
    public static QrCode Of(string content)
    {
        using var data = QRCodeGenerator.GenerateQrCode(content, QRCodeGenerator.ECCLevel.M);
        var (matrix, path) = (data.ModuleMatrix, new StringBuilder());
        for (var row = 0; row < matrix.Count; row++)
        {
            for (var column = 0; column < matrix.Count; column++)
            {
                var from = column;
                while (column < matrix.Count && matrix[row][column]) column++;
                if (column > from) path.Append(CultureInfo.InvariantCulture, $"M{from} {row}h{column - from}v1h-{column - from}z");
            }
        }

        return new QrCode(matrix.Count, path.ToString());
    }

    /// <summary>单独的一张图：白底黑块，明暗两种样子都扫得出。</summary>
    public string Svg => $"""
        <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {Size} {Size}" shape-rendering="crispEdges"><path fill="#fff" d="M0 0h{Size}v{Size}H0z"/><path d="{Path}"/></svg>
        """;
}

using Gongkai.Documents;
using Gongkai.Testing.Builders;

namespace Gongkai.Testing.Samples;

/// <summary>把有坐标的页写成 OFD：单位里的版式软件多半也是这样由 PDF 转成的。</summary>
internal static class SampleOfd
{
    private const string Fonts =
        """<?xml version="1.0" encoding="UTF-8"?><ofd:Res xmlns:ofd="http://www.ofdspec.org/2016" BaseLoc="Res"><ofd:Fonts><ofd:Font ID="3" FontName="仿宋" FamilyName="仿宋"/></ofd:Fonts></ofd:Res>""";

    private const double MillimetresPerPoint = 25.4 / 72;

    public static byte[] Write(SourceDocument pages)
    {
        var ofd = new OfdSample { CommonData = "<ofd:PublicRes>PublicRes.xml</ofd:PublicRes>" }.Part("Doc_0/PublicRes.xml", Fonts);
        foreach (var page in pages.Blocks.OfType<PlacedPage>())
        {
            foreach (var word in page.Words)
            {
                var size = (word.Bottom - word.Top) * MillimetresPerPoint * 0.7;
                ofd.Text(word.Left * MillimetresPerPoint, (word.Top + (word.Bottom - word.Top) * 0.15) * MillimetresPerPoint, word.Text, size, (word.Right - word.Left) * MillimetresPerPoint);
            }

            ofd.EndPage();
        }

        return ofd.ToBytes();
    }
}

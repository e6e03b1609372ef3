using System.Text;
using Gongkai.Law;

namespace Gongkai.Documents.Tests;

/// <summary>测试里读一份内容的简写。</summary>
internal static class Reading
{
    public static Outcome<SourceDocument> Of(byte[] content, string name = "样本", ReadLimits? limits = null) =>
        DocumentReader.Read(content, name, limits ?? ReadLimits.Default, CancellationToken.None);

    public static SourceDocument Read(byte[] content, string name = "样本")
    {
        var outcome = Of(content, name);
        outcome.Refusal.ShouldBeNull();
        return outcome.Value;
    }

    public static SourceDocument Read(string content, string name = "样本") => Read(Encoding.UTF8.GetBytes(content), name);

    public static string Refused(byte[] content, string name = "样本", ReadLimits? limits = null)
    {
        var outcome = Of(content, name, limits);
        outcome.Succeeded.ShouldBeFalse();
        return outcome.Refusal!.Reason;
    }

    public static string Refused(string content, ReadLimits? limits = null) =>
        Refused(Encoding.UTF8.GetBytes(content), limits: limits);

    public static IEnumerable<string> Lines(this SourceDocument document) =>
        document.Blocks.OfType<TextLine>().Select(line => line.Text);
}

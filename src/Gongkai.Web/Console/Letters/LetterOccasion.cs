using Gongkai.Requests.Letters;
using Gongkai.Requests.Outcomes;
using Gongkai.Requests.Process;

namespace Gongkai.Web.Console.Letters;

/// <summary>一种文书什么时候出。</summary>
internal static class LetterOccasion
{
    /// <summary>例如“告知补正”“答复：部分公开”。</summary>
    public static string Of(LetterTemplate template) =>
        Enum.TryParse<CaseAction>(template.For, out var action) ? action.Caption() : Enum.TryParse<CaseOutcome>(template.For, out var outcome) ? $"答复：{outcome.Entry().Caption}" : template.For;
}

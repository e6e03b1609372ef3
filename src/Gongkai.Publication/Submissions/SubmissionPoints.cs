using System.Globalization;
using System.Text.RegularExpressions;
using Gongkai.Law;

namespace Gongkai.Publication.Submissions;

/// <summary>信息报送的计分表：报一条几分，被哪一类采用再加几分。是一项设置，没有设的用默认的。</summary>
/// <param name="HandedIn">报一条。</param>
/// <param name="Upper">上级单位采用。</param>
/// <param name="Own">本级政府采用。</param>
/// <param name="Media">合作媒体采用。</param>
public sealed partial record SubmissionPoints(int HandedIn, int Upper, int Own, int Media)
{
    /// <summary>设置的名称。</summary>
    public const string SettingName = "submissions.points";

    /// <summary>没有设的：报一条 1 分，上级单位采用加 5 分，本级政府 3 分，合作媒体 2 分。</summary>
    public static SubmissionPoints Standard { get; } = new(1, 5, 3, 2);

    /// <summary>写法，例如“报送1，上级单位5，本级政府3，合作媒体2”。</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"报送{HandedIn}，上级单位{Upper}，本级政府{Own}，合作媒体{Media}");

    /// <summary>读出；写得不对的，说明为什么。</summary>
    public static Outcome<SubmissionPoints> Parse(string text)
    {
        var match = Pattern().Match(text);
        return match.Success ? new SubmissionPoints(Of(1), Of(2), Of(3), Of(4)) : new Refusal($"信息报送的计分写作“{Standard}”，各是零到九十九的整数。");

        int Of(int group) => int.Parse(match.Groups[group].ValueSpan, CultureInfo.InvariantCulture);
    }

    [GeneratedRegex("^报送([0-9]{1,2})，上级单位([0-9]{1,2})，本级政府([0-9]{1,2})，合作媒体([0-9]{1,2})$", RegexOptions.NonBacktracking)]
    private static partial Regex Pattern();
}

using Gongkai.Law;

namespace Gongkai.Publication.Opinions;

/// <summary>一条意见，提的人写的；是个人信息，存的时候加密。</summary>
/// <param name="Text">意见，照写的文字；里面的尖括号等只是字。</param>
/// <param name="Name">姓名或者单位；没有写的为空。</param>
/// <param name="Contact">联系方式；没有写的为空。</param>
public sealed record OpinionComment(string Text, string? Name, string? Contact)
{
    /// <summary>意见最多几个字。</summary>
    public const int LongestText = 5000;

    /// <summary>姓名、联系方式最多几个字。</summary>
    public const int LongestContact = 100;

    /// <summary>读填的：去掉首尾空白与看不见的控制字符，换行统一；太长的、空的拒绝。</summary>
    public static Outcome<OpinionComment> Read(string? text, string? name, string? contact)
    {
        var comment = new OpinionComment(Clean(text), Given(name), Given(contact));
        if (comment.Text.Length == 0) return new Refusal("请写下您的意见。");
        if (comment.Text.Length > LongestText) return new Refusal($"意见不超过 {LongestText:N0} 个字，现在有 {comment.Text.Length:N0} 个；更长的，请寄信函或者发邮件。");
        if (comment.Name?.Length > LongestContact) return new Refusal($"姓名不超过 {LongestContact} 个字。");
        return comment.Contact?.Length > LongestContact ? new Refusal($"联系方式不超过 {LongestContact} 个字。") : comment;
    }

    private static string? Given(string? text) => Clean(text).Replace('\n', ' ') is { Length: > 0 } given ? given : null;

    private static string Clean(string? text) =>
        new string([.. (text ?? "").Replace("\r\n", "\n", StringComparison.Ordinal).Where(letter => letter == '\n' || !char.IsControl(letter))]).Trim();
}

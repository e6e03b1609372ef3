using System.Diagnostics.CodeAnalysis;

namespace Gongkai.Law.Wording;

/// <summary>固定的一句话，两种语言都写好：规则的话、依据、组名。写作 <c>("中文", "English")</c>，当文字用时是当前的语言。</summary>
public sealed record Bilingual(string Chinese, string English)
{
    public static implicit operator Bilingual((string Chinese, string English) pair) => new(pair.Chinese, pair.English);

    [return: NotNullIfNotNull(nameof(text))]
    public static implicit operator string?(Bilingual? text) => text?.ToString();

    /// <summary>接在后面，两种语言各接各的。</summary>
    public static Bilingual operator +(Bilingual left, Bilingual right) => new(left.Chinese + right.Chinese, left.English + right.English);

    public override string ToString() => Speech.Current == Language.English ? English : Chinese;
}

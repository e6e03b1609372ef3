namespace Gongkai.Services.Acting;

/// <summary>审计记录里的代码：前缀加上动作的名字，例如 <c>item.take-back</c>。</summary>
internal static class ActCode
{
    /// <summary>写成代码：大写的字母换成横线和小写。</summary>
    /// <param name="prefix">东西的名字，连同点。</param>
    public static string Of<TAction>(string prefix, TAction action)
        where TAction : struct, Enum =>
        $"{prefix}{string.Concat(action.ToString().Select((letter, at) => char.IsUpper(letter) ? (at == 0 ? "" : "-") + char.ToLowerInvariant(letter) : letter.ToString()))}";
}

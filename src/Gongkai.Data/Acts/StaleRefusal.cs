using Gongkai.Law;

namespace Gongkai.Data.Acts;

/// <summary>过时的保存：打开之后，别人已经改过。给出不同的各项，两边的值并排给人看。</summary>
/// <param name="Yours">您打开时的版本。</param>
/// <param name="Theirs">现在的版本；已经删除的为 0。</param>
/// <param name="Fields">两边不同的各项。</param>
public sealed record StaleRefusal(long Yours, long Theirs, IReadOnlyList<StaleField> Fields)
    : Refusal(Theirs == 0
        ? "您打开之后，这一条已被删除，没有保存。"
        : $"您打开的是第 {Yours} 版，现在已是第 {Theirs} 版，没有保存。请对照两边的内容再存。");

/// <summary>过时的一项：您要存的值，和现在库里的值。</summary>
public sealed record StaleField(string Name, object? Yours, object? Theirs);

using System.Collections.Immutable;

namespace Gongkai.Organisations.Access;

/// <summary>令牌的范围：程序凭令牌经接口能做的一类事。令牌只在一个单位之内，持有的人自己也要有相应的权限。</summary>
public enum TokenScope
{
    /// <summary>查看本单位的信息，没有公开的也在内。</summary>
    ReadItems,

    /// <summary>在本单位拟稿；送审、审查、发布仍由人办。</summary>
    WriteDrafts,

    /// <summary>查看本单位的发布台账和各本台账。</summary>
    ReadLedger,

    /// <summary>登记、更正、作废本单位的台账。</summary>
    WriteRegisters,
}

/// <summary>令牌范围的代码、说法，和持有的人要有的权限。</summary>
/// <param name="Scope">范围。</param>
/// <param name="Code">接口里的写法，例如 <c>items.read</c>，不再改变。</param>
/// <param name="Caption">说法。</param>
/// <param name="Needed">持有的人要有的权限。</param>
public sealed record TokenScopeEntry(TokenScope Scope, string Code, string Caption, Permission Needed)
{
    /// <summary>全部，按枚举的次序。</summary>
    public static ImmutableArray<TokenScopeEntry> All { get; } =
    [
        new(TokenScope.ReadItems, "items.read", "查看本单位的信息，没有公开的也在内", Permission.ReadUnpublished),
        new(TokenScope.WriteDrafts, "drafts.write", "拟稿（送审、审查、发布仍由人办）", Permission.DraftItem),
        new(TokenScope.ReadLedger, "ledger.read", "查看发布台账和各本台账", Permission.ReadLedger),
        new(TokenScope.WriteRegisters, "registers.write", "登记、更正、作废台账", Permission.KeepRegister),
    ];

    /// <summary>一个范围的。</summary>
    public static TokenScopeEntry Of(TokenScope scope) => All[(int)scope];
}

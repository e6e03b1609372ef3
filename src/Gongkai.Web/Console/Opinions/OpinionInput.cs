using System.ComponentModel.DataAnnotations;
using Gongkai.Publication.Opinions;

namespace Gongkai.Web.Console.Opinions;

/// <summary>登记、修改一次意见征集填的。</summary>
public sealed class OpinionInput
{
    /// <summary>提交的钥匙：双击只做一次。</summary>
    public string Key { get; set; } = Guid.NewGuid().ToString("N");

    /// <summary>看到的版本；登记新的为 0。</summary>
    public long Version { get; set; }

    /// <summary>征求意见稿的名称。</summary>
    [Required(ErrorMessage = "请填写征求意见稿的名称。")]
    public string? Title { get; set; }

    /// <summary>种类，<see cref="DraftKind"/>。</summary>
    [Required(ErrorMessage = "请选择种类。")]
    public string? Kind { get; set; } = nameof(DraftKind.NormativeDocument);

    /// <summary>依据。</summary>
    [Required(ErrorMessage = "请填写征求意见的依据。")]
    public string? Basis { get; set; }

    /// <summary>第一日。</summary>
    [Required(ErrorMessage = "请填写第一日。")]
    public DateOnly? FirstDay { get; set; }

    /// <summary>最后一日。</summary>
    [Required(ErrorMessage = "请填写最后一日。")]
    public DateOnly? LastDay { get; set; }

    /// <summary>缩短的理由。</summary>
    public string? ShortReason { get; set; }

    /// <summary>电子邮箱。</summary>
    public string? Email { get; set; }

    /// <summary>通信地址。</summary>
    public string? Address { get; set; }

    /// <summary>电话。</summary>
    public string? Phone { get; set; }

    /// <summary>起草说明，只在登记新的时候写。</summary>
    public string? Explanation { get; set; }

    public static OpinionInput Of(OpinionRound round) => new()
    {
        Version = round.Version, Title = round.Facts.Title, Kind = round.Facts.Kind.ToString(), Basis = round.Facts.Basis, FirstDay = round.Facts.FirstDay, LastDay = round.Facts.LastDay,
        ShortReason = round.Facts.ShortReason, Email = round.Facts.Email, Address = round.Facts.Address, Phone = round.Facts.Phone,
    };

    /// <summary>凑成登记的各项；必填的填过了才叫它。</summary>
    public OpinionFacts ToFacts() => new()
    {
        Title = Title!.Trim(), Kind = Enum.TryParse<DraftKind>(Kind, out var kind) ? kind : DraftKind.Other, Basis = Basis!.Trim(), FirstDay = FirstDay!.Value, LastDay = LastDay!.Value,
        ShortReason = Given(ShortReason), Email = Given(Email), Address = Given(Address), Phone = Given(Phone),
    };

    private static string? Given(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}

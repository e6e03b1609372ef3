using System.ComponentModel.DataAnnotations;
using Gongkai.Law;
using Gongkai.Publication.Catalogue;
using Gongkai.Publication.Drafting;
using Gongkai.Publication.Normative;

namespace Gongkai.Web.Console.Normative;

/// <summary>登记、更正一件文件填的。</summary>
public sealed class NormativeInput
{
    /// <summary>提交的钥匙：双击只做一次。</summary>
    public string Key { get; set; } = Guid.NewGuid().ToString("N");

    /// <summary>看到的版本；登记新的为 0。</summary>
    public long Version { get; set; }

    /// <summary>种类。</summary>
    public string? Kind { get; set; } = nameof(NormativeKind.NormativeDocument);

    /// <summary>标题。</summary>
    [Required(ErrorMessage = "请填写标题。")]
    public string? Title { get; set; }

    /// <summary>题注。</summary>
    public string? Caption { get; set; }

    /// <summary>文号。</summary>
    public string? Number { get; set; }

    /// <summary>统一登记的编号。</summary>
    public string? Registration { get; set; }

    /// <summary>印发之日。</summary>
    [Required(ErrorMessage = "请填写印发日期。")]
    public DateOnly? IssuedOn { get; set; }

    /// <summary>公布之日。</summary>
    public DateOnly? PublishedOn { get; set; }

    /// <summary>施行之日。</summary>
    [Required(ErrorMessage = "请填写施行日期。")]
    public DateOnly? EffectiveOn { get; set; }

    /// <summary>有效期的最后一日。</summary>
    public DateOnly? ExpiresOn { get; set; }

    /// <summary>合法性审核的编号。</summary>
    public string? LegalReview { get; set; }

    /// <summary>合法性审核之日。</summary>
    public DateOnly? LegalReviewedOn { get; set; }

    /// <summary>备案的编号。</summary>
    public string? Filing { get; set; }

    /// <summary>备案之日。</summary>
    public DateOnly? FiledOn { get; set; }

    /// <summary>主题分类。</summary>
    public string? Subject { get; set; }

    /// <summary>全文所在的信息的短号，或者它的网址。</summary>
    public string? Item { get; set; }

    /// <summary>不另作解读的理由。</summary>
    public string? WithoutInterpretation { get; set; }

    /// <summary>所代替的旧文件的文号，一行一个。</summary>
    public string? Supersedes { get; set; }

    /// <summary>更正的缘由。</summary>
    public string? Reason { get; set; }

    /// <summary>由登记的各项填好，供更正。</summary>
    public static NormativeInput Of(NormativeDocument document, string? item) => new()
    {
        Version = document.Version, Kind = document.Kind.ToString(), Title = document.Facts.Title, Caption = document.Facts.Caption, Number = document.Facts.DocumentNumber?.ToString(),
        Registration = document.Facts.RegistrationNumber, IssuedOn = document.Facts.IssuedOn, PublishedOn = document.Facts.PublishedOn, EffectiveOn = document.Facts.EffectiveOn,
        ExpiresOn = document.Facts.ExpiresOn, LegalReview = document.Facts.LegalReview, LegalReviewedOn = document.Facts.LegalReviewedOn, Filing = document.Facts.Filing, FiledOn = document.Facts.FiledOn,
        Subject = document.Facts.Subject, Item = item, WithoutInterpretation = document.Facts.WithoutInterpretation,
    };

    /// <summary>凑成登记的各项；文号写得不合规范的拒绝。</summary>
    /// <param name="item">全文所在的信息；没有的为空。</param>
    public Outcome<NormativeFacts> ToFacts(ItemId? item)
    {
        var number = Given(Number) is { } text ? DocumentNumber.Read(text) : (Outcome<DocumentNumberReading>?)null;
        if (number?.Refusal is { } refusal) return refusal;
        return new NormativeFacts
        {
            Title = Title!.Trim(), Caption = Given(Caption), DocumentNumber = number?.Value.Number, RegistrationNumber = Given(Registration), IssuedOn = IssuedOn!.Value, PublishedOn = PublishedOn,
            EffectiveOn = EffectiveOn!.Value, ExpiresOn = ExpiresOn, LegalReview = Given(LegalReview), LegalReviewedOn = LegalReviewedOn, Filing = Given(Filing), FiledOn = FiledOn,
            Subject = Given(Subject), Item = item, WithoutInterpretation = Given(WithoutInterpretation),
        };
    }

    private static string? Given(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}

/// <summary>修改、废止等填的。</summary>
public sealed class NormativeChangeInput
{
    /// <summary>提交的钥匙：双击只做一次。</summary>
    public string Key { get; set; } = Guid.NewGuid().ToString("N");

    /// <summary>看到的版本。</summary>
    public long Version { get; set; }

    /// <summary>做什么，<see cref="CleanupResult"/>。</summary>
    [Required(ErrorMessage = "请选择做什么。")]
    public string? What { get; set; }

    /// <summary>自哪一天起。</summary>
    [Required(ErrorMessage = "请填写自哪一天起。")]
    public DateOnly? On { get; set; }

    /// <summary>依据哪个文件：标题或者文号。</summary>
    [Required(ErrorMessage = "请写明依据哪个文件。")]
    public string? Basis { get; set; }

    /// <summary>延长到哪一天。</summary>
    public DateOnly? Until { get; set; }
}

/// <summary>关联解读填的。</summary>
public sealed class InterpretationInput
{
    /// <summary>解读的信息的短号，或者它的网址。</summary>
    [Required(ErrorMessage = "请填写解读的网址。")]
    public string? Item { get; set; }

    /// <summary>形式。</summary>
    [Required(ErrorMessage = "请选择形式。")]
    public string? Kind { get; set; }
}

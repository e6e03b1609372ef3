using Gongkai.Publication.Normative;

namespace Gongkai.Services.Publication.Normative;

/// <summary>公众按有效性分的几类。</summary>
public enum LibraryValidity
{
    /// <summary>现行有效，含修改过的。</summary>
    InForce,

    /// <summary>已经印发，尚未施行。</summary>
    NotYetEffective,

    /// <summary>已失效。</summary>
    Expired,

    /// <summary>已废止。</summary>
    Repealed,
}

/// <summary>在文件库里挑哪些；为空的不限。</summary>
public sealed record LibraryFilter
{
    /// <summary>有效性。</summary>
    public LibraryValidity? Validity { get; init; }

    /// <summary>规章还是规范性文件。</summary>
    public NormativeKind? Kind { get; init; }

    /// <summary>制定的单位。</summary>
    public Guid? Unit { get; init; }

    /// <summary>印发的年份。</summary>
    public int? Year { get; init; }

    /// <summary>主题分类的代码。</summary>
    public string? Subject { get; init; }

    /// <summary>标题、文号里的字，以空格隔开的几个都要有；空串不限。</summary>
    public string Text { get; init; } = "";

    /// <summary>合不合条件。</summary>
    /// <param name="entry">一条。</param>
    /// <param name="today">有效性以哪一天为准。</param>
    public bool Matches(LibraryEntry entry, DateOnly today) =>
        (Validity is not { } validity || ValidityOf(entry, today) == validity)
        && (Kind is not { } kind || entry.Document.Kind == kind)
        && (Unit is not { } unit || entry.Document.Unit.Value == unit)
        && (Year is not { } year || entry.Document.Facts.IssuedOn.Year == year)
        && (Subject is not { } subject || entry.Subject == subject)
        && Text.Split([' ', '　'], StringSplitOptions.RemoveEmptyEntries).All(word => Contains(entry.Document.Facts.Title, word) || Contains(entry.Number, word) || Contains(entry.Document.Facts.RegistrationNumber, word));

    /// <summary>一条属于哪一类。</summary>
    public static LibraryValidity ValidityOf(LibraryEntry entry, DateOnly today) => entry.Document.StatusOn(today) switch
    {
        NormativeStatus.Valid or NormativeStatus.Amended => LibraryValidity.InForce,
        NormativeStatus.Repealed => LibraryValidity.Repealed,
        NormativeStatus.Expired => LibraryValidity.Expired,
        _ => LibraryValidity.NotYetEffective,
    };

    private static bool Contains(string? text, string word) => text?.Contains(word, StringComparison.OrdinalIgnoreCase) == true;
}

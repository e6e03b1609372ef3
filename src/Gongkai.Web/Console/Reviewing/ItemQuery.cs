using System.Globalization;
using Gongkai.Organisations.Units;
using Gongkai.Publication.Catalogue;
using Gongkai.Publication.Drafting;
using Gongkai.Publication.Matters;
using Gongkai.Publication.Review;
using Gongkai.Services.Publication;
using Microsoft.AspNetCore.Http;

namespace Gongkai.Web.Console.Reviewing;

/// <summary>清单的条件：写在网址里，可以收藏。认不得的条件当作没有。</summary>
/// <param name="Unit">哪个单位的。</param>
public sealed record ItemQuery(UnitId Unit)
{
    /// <summary>检索的字至多几个。</summary>
    public const int LongestText = 100;

    public ReviewStep? Step { get; init; }

    public DisclosureMode? Mode { get; init; }

    public string? Text { get; init; }

    public int? Year { get; init; }

    public string? Category { get; init; }

    public bool Overdue { get; init; }

    public MatterId? Matter { get; init; }

    public OpennessAspects? Aspect { get; init; }

    public int Page { get; init; } = 1;

    /// <summary>除了单位，还有条件。</summary>
    public bool HasConditions => Step is not null || Mode is not null || Text is not null || Year is not null || Category is not null || Overdue || Matter is not null || Aspect is not null;

    /// <summary>给服务的条件。</summary>
    public DeskFilter Filter => new(Unit) { Step = Step, Mode = Mode, Text = Text, Year = Year, Category = Category, Overdue = Overdue, Matter = Matter, Aspect = Aspect };

    /// <summary>写成网址。</summary>
    public string Address => ConsoleAddress.Items + QueryString.Create(new (string Name, string? Value)[]
    {
        ("unit", Unit.ToString()), ("step", Step?.ToString()), ("mode", Mode?.ToString()), ("q", Text), ("year", Year?.ToString(CultureInfo.InvariantCulture)), ("category", Category),
        ("matter", Matter?.ToString()), ("aspect", Aspect is { } aspect ? Openness.Code(aspect) : null), ("overdue", Overdue ? "true" : null), ("page", Page > 1 ? Page.ToString(CultureInfo.InvariantCulture) : null),
    }.Where(part => part.Value is not null).Select(part => KeyValuePair.Create(part.Name, part.Value)));

    /// <summary>读网址。</summary>
    /// <param name="own">没有写单位时看哪个。</param>
    public static ItemQuery Of(IQueryCollection query, UnitId own) => new(Guid.TryParse(query["unit"], out var unit) ? new UnitId(unit) : own)
    {
        Step = Known<ReviewStep>(query["step"]),
        Mode = Known<DisclosureMode>(query["mode"]),
        Text = ((string?)query["q"])?.Trim() is { Length: > 0 } text ? text[..Math.Min(text.Length, LongestText)] : null,
        Year = Number(query["year"]) is { } year and >= 1949 and <= 9999 ? year : null,
        Category = DisclosureCategory.Find((string?)query["category"] ?? "")?.Code,
        Matter = Guid.TryParse(query["matter"], out var matter) ? new MatterId(matter) : null,
        Aspect = Openness.FindCode((string?)query["aspect"] ?? ""),
        Overdue = query["overdue"] == "true",
        Page = Number(query["page"]) is { } page and > 0 ? page : 1,
    };

    private static T? Known<T>(string? text)
        where T : struct, Enum => Enum.TryParse<T>(text, out var value) && Enum.IsDefined(value) ? value : null;

    private static int? Number(string? text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}

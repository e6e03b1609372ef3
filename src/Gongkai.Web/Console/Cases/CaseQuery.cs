using System.Globalization;
using Gongkai.Organisations.Units;
using Gongkai.Requests.Process;
using Gongkai.Services.Requests;
using Microsoft.AspNetCore.Http;

namespace Gongkai.Web.Console.Cases;

/// <summary>清单的条件：写在网址里，可以收藏。认不得的条件当作没有。不写条件的，看没有办结的。</summary>
/// <param name="Unit">哪个单位的。</param>
public sealed record CaseQuery(UnitId Unit)
{
    /// <summary>案号、查询码至多几个字。</summary>
    public const int LongestNumber = 40;

    private const string Everything = "all";

    private const int FirstYear = 2008;

    /// <summary>办结了的也看。</summary>
    public bool All { get; init; }

    public CaseStage? Stage { get; init; }

    public bool Overdue { get; init; }

    public string? Number { get; init; }

    public int? Year { get; init; }

    public int Page { get; init; } = 1;

    /// <summary>给服务的条件：写了案号的、年度的，办结了的也找。</summary>
    public CaseFilter Filter => new(Unit) { Open = !All && Stage is null && Number is null && Year is null, Stage = Stage, Overdue = Overdue, Number = Number, Year = Year };

    /// <summary>写成网址。</summary>
    public string Address => CaseAddress.List + QueryString.Create(new (string Name, string? Value)[]
    {
        ("unit", Unit.ToString()), ("show", All ? Everything : null), ("stage", Stage?.ToString()), ("number", Number), ("year", Year?.ToString(CultureInfo.InvariantCulture)),
        ("overdue", Overdue ? "true" : null), ("page", Page > 1 ? Page.ToString(CultureInfo.InvariantCulture) : null),
    }.Where(part => part.Value is not null).Select(part => KeyValuePair.Create(part.Name, part.Value)));

    /// <summary>读网址。</summary>
    public static CaseQuery Of(IQueryCollection query, UnitId unit) => new(unit)
    {
        All = query["show"] == Everything,
        Stage = Enum.TryParse<CaseStage>(query["stage"], out var stage) && Enum.IsDefined(stage) ? stage : null,
        Overdue = query["overdue"] == "true",
        Number = ((string?)query["number"])?.Trim() is { Length: > 0 } number ? number[..Math.Min(number.Length, LongestNumber)].ToUpperInvariant() : null,
        Year = Count(query["year"]) is { } year && year >= FirstYear && year <= 9999 ? year : null,
        Page = Count(query["page"]) is { } page and > 0 ? page : 1,
    };

    private static int? Count(string? text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}

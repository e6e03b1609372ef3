using System.Text.Json.Serialization;
using Gongkai.Organisations.Registers;
using Gongkai.Services.Registers;

namespace Gongkai.Web.Api;

/// <summary>各本台账：有哪几栏。</summary>
internal sealed record RegisterFormsDocument(IReadOnlyList<RegisterFormDocument> Registers);

/// <summary>一本台账的格式。</summary>
/// <param name="Code">代码，写在网址里。</param>
/// <param name="Rhythm">dated 一事一登，monthly 按月，yearly 按年。</param>
internal sealed record RegisterFormDocument(string Code, string Name, string Group, string Purpose, string Rhythm, IReadOnlyList<RegisterFieldDocument> Fields)
{
    public static RegisterFormDocument Of(RegisterForm form) => new(form.Code, form.Name, form.Group, form.Purpose, ApiAnswers.Name(form.Rhythm), [.. form.Fields.Select(RegisterFieldDocument.Of)]);
}

/// <summary>一栏。</summary>
/// <param name="Kind">text、count、money、date、moment、choice、yesNo、link。</param>
/// <param name="IsKey">认一笔用的：同一单位、同一日期，这几栏都相同的是同一笔。</param>
internal sealed record RegisterFieldDocument(string Code, string Name, string Kind, string? Unit, bool IsRequired, bool IsKey, IReadOnlyList<string> Choices, string? Help)
{
    public static RegisterFieldDocument Of(RegisterField field) => new(field.Code, field.Name, ApiAnswers.Name(field.Kind), field.Unit, field.IsRequired, field.IsKey, [.. field.Choices], field.Help);
}

/// <summary>一本台账的一年。</summary>
/// <param name="Totals">合计，按栏的代码；作废了的不算。</param>
internal sealed record RegisterYearDocument(string Register, string Unit, int Year, IReadOnlyDictionary<string, decimal> Totals, IReadOnlyList<RegisterEntryDocument> Entries)
{
    public static RegisterYearDocument Of(RegisterYear year) => new(year.Form.Code, year.UnitName, year.Year, year.Totals, [.. year.Lines.Select(line => RegisterEntryDocument.Of(year.Form, line))]);
}

/// <summary>一笔。</summary>
/// <param name="On">日期；按月的是年-月，按年的是年。</param>
/// <param name="Version">并发的版本：更正、作废时带着它。</param>
/// <param name="Values">各栏，按代码；没有填的不在里面。</param>
/// <param name="Evidence">依据的文件的名称；内容在后台的页面上取。</param>
/// <param name="Problems">问题，一句一个。</param>
/// <param name="DueAt">还没有做、有期限的，什么时候到期，北京时间。</param>
/// <param name="Voided">作废的缘由；没有作废的为空。</param>
internal sealed record RegisterEntryDocument(
    Guid Id, int Version, string On, IReadOnlyDictionary<string, string> Values, Guid? Office, string? Note, IReadOnlyList<string> Evidence, IReadOnlyList<string> Problems, DateTime? DueAt, string? Voided, string Url)
{
    public static RegisterEntryDocument Of(RegisterForm form, RegisterLine line) => new(
        line.Entry.Id.Value, line.Entry.Version, RegisterText.ShowDate(form.Rhythm, line.Entry.On), line.Entry.Values, line.Entry.Office?.Value, line.Entry.Note,
        [.. line.Entry.Evidence.Select(file => file.Name)], line.Problems, line.DueAt, line.Entry.Voided, Console.Registers.BookAddress.Entry(line.Entry));
}

/// <summary>交来的一笔：不认得的项、不认得的栏拒绝。</summary>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
internal sealed record RegisterEntryInput
{
    /// <summary>日期，必填：一事一登的写年-月-日，按月的写年-月，按年的写年。更正时不看。</summary>
    public string? On { get; init; }

    /// <summary>各栏，按代码，写法与页面上一样。</summary>
    public IReadOnlyDictionary<string, string> Values { get; init => field = value ?? new Dictionary<string, string>(); } = new Dictionary<string, string>();

    /// <summary>报来的科室的标识；不分科室的不写。</summary>
    public Guid? Office { get; init; }

    /// <summary>备注。</summary>
    public string? Note { get; init; }

    /// <summary>更正时：看到的并发版本。</summary>
    public long? Version { get; init; }

    /// <summary>更正时：缘由。</summary>
    public string? Reason { get; init; }
}

/// <summary>作废一笔。</summary>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
internal sealed record RegisterVoidInput
{
    /// <summary>看到的并发版本。</summary>
    public long? Version { get; init; }

    /// <summary>缘由，必填。</summary>
    public string? Reason { get; init; }
}

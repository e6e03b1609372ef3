using System.Collections.Immutable;
using Gongkai.Organisations.Units;

namespace Gongkai.Organisations.Registers;

/// <summary>台账里一笔的标识。</summary>
public readonly record struct RegisterEntryId(Guid Value)
{
    public override string ToString() => Value.ToString("D");
}

/// <summary>台账里的一笔：哪个单位，哪一天（月、年），各栏填的什么，谁报的，凭什么。登记错了的更正，不该有的作废，都留着。</summary>
/// <param name="Id">标识。</param>
/// <param name="Version">并发的版本，从 1 起。</param>
/// <param name="Unit">哪个单位的。</param>
/// <param name="Form">哪一本台账，<see cref="RegisterForm.Code"/>。</param>
/// <param name="On">日期；按月、按年的是第一天。</param>
/// <param name="Values">各栏，按代码；没有填的不在里面。</param>
/// <param name="Office">报来的科室；没有分科室的为空。</param>
/// <param name="Note">备注；没有的为空。</param>
/// <param name="Evidence">依据的文件。</param>
/// <param name="Voided">作废的缘由；没有作废的为空。</param>
public sealed record RegisterEntry(
    RegisterEntryId Id, int Version, UnitId Unit, string Form, DateOnly On, ImmutableSortedDictionary<string, string> Values, OfficeId? Office, string? Note,
    ImmutableArray<RegisterEvidence> Evidence, string? Voided)
{
    /// <summary>一栏存着的；没有填的为空串。</summary>
    public string Stored(string field) => Values.GetValueOrDefault(field, "");

    /// <summary>认一笔的记号：认一笔的各栏。</summary>
    public static string SlotOf(RegisterForm form, IReadOnlyDictionary<string, string> values) => string.Join('\u001f', form.KeyFields.Select(field => values.GetValueOrDefault(field.Code, "")));
}

/// <summary>依据的文件。</summary>
/// <param name="Hash">内容的 SHA-256。</param>
/// <param name="Name">文件名。</param>
public sealed record RegisterEvidence(string Hash, string Name);

using System.Collections.Immutable;
using System.Globalization;
using Gongkai.Organisations.Registers;
using Gongkai.Services.Registers;
using Microsoft.AspNetCore.Http;

namespace Gongkai.Web.Console.Registers;

/// <summary>台账的一张表单填的：登记、更正、作废都用它，没有办成的照样填着。</summary>
/// <param name="Key">提交的钥匙：双击只做一次。</param>
/// <param name="Version">看到的并发版本；新登记的是 0。</param>
/// <param name="On">日期、月份或者年度，照填的写法。</param>
/// <param name="Office">报来的科室。</param>
/// <param name="Values">各栏，照填的写法。</param>
/// <param name="Note">备注。</param>
/// <param name="Reason">更正、作废的缘由。</param>
public sealed record BookInput(string Key, long Version, string? On, string? Office, ImmutableDictionary<string, string> Values, string? Note, string? Reason)
{
    private const string FieldPrefix = "f-";

    /// <summary>一栏在表单里的名字。</summary>
    public static string NameOf(string field) => FieldPrefix + field;

    public static BookInput Fresh(string on) => new(Guid.NewGuid().ToString("N"), 0, on, null, ImmutableDictionary<string, string>.Empty, null, null);

    public static BookInput Of(RegisterEntry entry) => new(Guid.NewGuid().ToString("N"), entry.Version, null, null, entry.Values.ToImmutableDictionary(), entry.Note, null);

    public static BookInput Read(IFormCollection form) => new(
        form["key"].ToString(), long.TryParse(form["version"], NumberStyles.None, CultureInfo.InvariantCulture, out var version) ? version : 0, form[RegisterInput.DateField], form["office"],
        form.Where(field => field.Key.StartsWith(FieldPrefix, StringComparison.Ordinal)).ToImmutableDictionary(field => field.Key[FieldPrefix.Length..], field => field.Value.ToString()),
        form["note"], form["reason"]);
}

using System.Text.RegularExpressions;

namespace Gongkai.Web.Console.Auditing;

/// <summary>记录里的编号换成名字给人看；记录本身不动，不认得的编号照写。</summary>
internal static partial class RecordIds
{
    public static string Name(string changes, Func<Guid, string?> nameOf) => Id().Replace(changes, match => nameOf(Guid.Parse(match.ValueSpan)) ?? match.Value);

    [GeneratedRegex("[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}", RegexOptions.NonBacktracking)]
    private static partial Regex Id();
}

using System.Collections.Frozen;
using System.Collections.Immutable;
using Gongkai.Law;

namespace Gongkai.Organisations.Access;

/// <summary>登录与口令的规则：口令长短、失败几次锁定、闲置多久退出。数值在 <c>sign-in.csv</c>，按日期取。</summary>
/// <param name="PasswordShortest">口令至少几个字。</param>
/// <param name="PasswordLongest">口令至多几个字。</param>
/// <param name="FailuresBeforeLockout">连续失败几次锁定。</param>
/// <param name="FailureWindow">多长时间之内的失败算连续。</param>
/// <param name="Lockout">锁定多久。</param>
/// <param name="IdleSession">闲置多久退出。</param>
/// <param name="LongestSession">一次登录最长多久。</param>
public sealed record SignInRules(
    int PasswordShortest, int PasswordLongest, int FailuresBeforeLockout, TimeSpan FailureWindow, TimeSpan Lockout, TimeSpan IdleSession, TimeSpan LongestSession)
{
    private static readonly FrozenDictionary<string, string> Captions = new Dictionary<string, string>
    {
        ["passwordShortest"] = "口令至少", ["passwordLongest"] = "口令至多", ["failuresBeforeLockout"] = "连续失败即锁定",
        ["failureWindow"] = "算作连续的时间", ["lockout"] = "锁定", ["idleSession"] = "闲置退出", ["longestSession"] = "一次登录最长",
    }.ToFrozenDictionary();

    private static readonly ImmutableArray<DatedTable.Row> Rows = [.. DatedTable.Read("Access/sign-in.csv", typeof(SignInRules).Assembly)];

    /// <summary>某日施行的规则。</summary>
    public static SignInRules On(DateOnly date) => new(
        Number("passwordShortest", date), Number("passwordLongest", date), Number("failuresBeforeLockout", date),
        Span("failureWindow", date), Span("lockout", date), Span("idleSession", date), Span("longestSession", date));

    /// <summary>各条规则：说法、数值、依据，供文档和设置页。</summary>
    public static IEnumerable<(string Caption, string Value, string? Basis)> Lines =>
        Rows.Where(row => row.DateOrNone("until") is null).Select(row => (Captions[row.Text("key")], row.Text("value") + Unit(row), row.TextOrNone("basis")));

    /// <summary>口令合不合规则：长短、不含登录名、不是同一个字或者顺序的几个字、不是常见的口令。不要求定期更换，也不要求夹杂符号。</summary>
    public Outcome<string> Check(string password, string loginName)
    {
        var length = password.EnumerateRunes().Count();
        if (length < PasswordShortest) return new Refusal($"口令至少 {PasswordShortest} 个字，现在 {length} 个；可以用几个不相干的词连起来。");
        if (length > PasswordLongest) return new Refusal($"口令至多 {PasswordLongest} 个字。");
        if (loginName.Length >= 3 && password.Contains(loginName, StringComparison.OrdinalIgnoreCase)) return new Refusal("口令里不能有登录名。");
        if (password.Distinct().Count() < 5) return new Refusal("口令里不同的字太少。");
        return CommonPasswords.Weakness(password) is { } weakness ? new Refusal(weakness) : password;
    }

    private static int Number(string key, DateOnly date) => Row(key, date).Number("value");

    private static TimeSpan Span(string key, DateOnly date)
    {
        var row = Row(key, date);
        return row.Text("unit") == "hour" ? TimeSpan.FromHours(row.Number("value")) : TimeSpan.FromMinutes(row.Number("value"));
    }

    private static DatedTable.Row Row(string key, DateOnly date) =>
        Rows.FirstOrDefault(row => row.Text("key") == key && new Validity(row.Date("from"), row.DateOrNone("until")).Covers(date))
            ?? Rows.Where(row => row.Text("key") == key).MinBy(row => row.Date("from"))!;

    private static string Unit(DatedTable.Row row) => row.Text("unit") switch
    {
        "character" => " 个字",
        "time" => " 次",
        "hour" => " 小时",
        _ => " 分钟",
    };
}

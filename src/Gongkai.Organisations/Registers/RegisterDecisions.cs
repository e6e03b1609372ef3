using System.Collections.Immutable;
using Gongkai.Law;

namespace Gongkai.Organisations.Registers;

/// <summary>台账的决定：填的能不能登记，登记着的有什么问题，合计是多少。</summary>
public static class RegisterDecisions
{
    /// <summary>读填的各栏：有一栏不对的，把不对的各栏一起说出来。</summary>
    /// <param name="typed">填的，按栏的代码。</param>
    public static Outcome<ImmutableSortedDictionary<string, string>> Read(RegisterForm form, IReadOnlyDictionary<string, string> typed)
    {
        var values = ImmutableSortedDictionary.CreateBuilder<string, string>(StringComparer.Ordinal);
        List<RegisterFault> faults = [];
        foreach (var field in form.Fields)
        {
            var read = RegisterText.Canonical(field, typed.GetValueOrDefault(field.Code));
            if (read.Refusal is { } refusal) faults.Add(new RegisterFault(field.Code, refusal.Reason));
            else if (read.Value.Length > 0) values.Add(field.Code, read.Value);
        }

        if (faults.Count == 0) faults.AddRange(form.Rules.Where(rule => rule.Refuses && Fails(rule, values, null)).Select(rule => new RegisterFault(null, rule.Sentence)));
        return faults.Count == 0 ? values.ToImmutable() : new RegisterRefusal([.. faults]);
    }

    /// <summary>更正：作废了的不能再更正，要写明缘由。</summary>
    public static Refusal? CannotCorrect(RegisterEntry entry, string? reason) =>
        entry.Voided is not null ? new Refusal("这一笔已经作废，不能更正；请另登记一笔。") : string.IsNullOrWhiteSpace(reason) ? new Refusal("更正要写明缘由。") : null;

    /// <summary>作废：只能一次，要写明缘由。</summary>
    public static Refusal? CannotVoid(RegisterEntry entry, string? reason) =>
        entry.Voided is not null ? new Refusal("这一笔已经作废。") : string.IsNullOrWhiteSpace(reason) ? new Refusal("作废要写明缘由。") : null;

    /// <summary>登记着的一笔有什么问题：应当有而没有的，不成立的关系，过了期限的。作废了的没有问题。</summary>
    /// <param name="now">此刻，北京时间。</param>
    public static IEnumerable<string> Problems(RegisterForm form, RegisterEntry entry, DateTime now)
    {
        if (entry.Voided is not null) yield break;
        foreach (var field in form.Fields)
            if (field.Expected is { } expected && entry.Stored(field.Code) != expected) yield return $"缺：{field.Name}。";
        foreach (var rule in form.Rules)
            if (Fails(rule, entry.Values, now)) yield return rule.Sentence;
    }

    /// <summary>还没有做、有期限的，什么时候到期；最早的一个。没有的为空。</summary>
    public static DateTime? DueAt(RegisterForm form, RegisterEntry entry) => entry.Voided is not null ? null
        : form.Rules.OfType<RegisterInterval>().Where(rule => Applies(rule, entry.Values) && entry.Stored(rule.To).Length == 0).Select(rule => Due(rule, entry.Values)).Order().FirstOrDefault();

    /// <summary>合计：作废了的不算。</summary>
    public static ImmutableSortedDictionary<string, decimal> Totals(RegisterForm form, IEnumerable<RegisterEntry> entries)
    {
        var standing = entries.Where(entry => entry.Voided is null).ToList();
        return form.TotalledFields.ToImmutableSortedDictionary(field => field.Code, field => standing.Sum(entry => RegisterText.NumberOf(entry.Stored(field.Code))), StringComparer.Ordinal);
    }

    private static bool Fails(RegisterRule rule, IReadOnlyDictionary<string, string> values, DateTime? now) => rule switch
    {
        RegisterSum sum => !Holds(sum, values),
        RegisterInterval interval => Applies(interval, values) && IsLate(interval, values, now),
        _ => throw new ArgumentOutOfRangeException(nameof(rule)),
    };

    // 有一栏没有填的，不判。
    private static bool Holds(RegisterSum rule, IReadOnlyDictionary<string, string> values)
    {
        if (!rule.Left.Concat(rule.Right).All(values.ContainsKey)) return true;
        var (left, right) = (Sum(rule.Left), Sum(rule.Right));
        return rule.MayBeLess ? left <= right : left == right;

        decimal Sum(ImmutableArray<string> fields) => fields.Sum(field => RegisterText.NumberOf(values[field]));
    }

    private static bool Applies(RegisterInterval rule, IReadOnlyDictionary<string, string> values) =>
        values.ContainsKey(rule.From) && (rule.When is not { } when || when.Among.Contains(values.GetValueOrDefault(when.Field, "")));

    private static bool IsLate(RegisterInterval rule, IReadOnlyDictionary<string, string> values, DateTime? now) =>
        values.TryGetValue(rule.To, out var to) ? RegisterText.MomentOf(to) > Due(rule, values) || RegisterText.MomentOf(to) < RegisterText.MomentOf(values[rule.From]) : now > Due(rule, values);

    // 按天的，到那一天的最后一刻。
    private static DateTime? Due(RegisterInterval rule, IReadOnlyDictionary<string, string> values)
    {
        var from = RegisterText.MomentOf(values[rule.From])!.Value;
        return rule.InHours ? from.AddHours(rule.Most) : from.Date.AddDays(rule.Most + 1).AddTicks(-1);
    }
}

/// <summary>填得不对的一处。</summary>
/// <param name="Field">哪一栏；不在某一栏的为空。</param>
/// <param name="Reason">为什么，一句话。</param>
public sealed record RegisterFault(string? Field, string Reason);

/// <summary>填得不对，不予登记：各处不对一起说。</summary>
/// <param name="Faults">各处。</param>
public sealed record RegisterRefusal(ImmutableArray<RegisterFault> Faults) : Refusal(string.Concat(Faults.Select(fault => fault.Reason)));

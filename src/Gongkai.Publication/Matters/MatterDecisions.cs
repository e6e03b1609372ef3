using System.Collections.Immutable;
using Gongkai.Law;
using Gongkai.Organisations.Units;
using Gongkai.Publication.Drafting;

namespace Gongkai.Publication.Matters;

/// <summary>登记的一项。</summary>
public enum MatterField
{
    /// <summary>一级事项。</summary>
    Group,

    /// <summary>二级事项。</summary>
    Name,

    /// <summary>公开内容（要素）。</summary>
    Elements,

    /// <summary>公开依据。</summary>
    Basis,

    /// <summary>法定公开分类。</summary>
    Category,

    /// <summary>公开时限。</summary>
    Rhythm,

    /// <summary>公开渠道和载体。</summary>
    Channels,

    /// <summary>公开方式。</summary>
    Mode,

    /// <summary>公开对象。</summary>
    Audience,

    /// <summary>公开层级。</summary>
    Levels,
}

/// <summary>填得不对的一处。</summary>
public sealed record MatterFault(MatterField Field, string Reason);

/// <summary>填得不对，不予登记：各处不对一起说。</summary>
public sealed record MatterRefusal(ImmutableArray<MatterFault> Faults) : Refusal(string.Concat(Faults.Select(fault => fault.Reason)));

/// <summary>事项清单的决定：填的能不能登记，能不能改、停用，信息能不能归入。</summary>
public static class MatterDecisions
{
    /// <summary>一级、二级事项至多几个字。</summary>
    public const int LongestName = 60;

    /// <summary>要素、依据、对象至多几个字。</summary>
    public const int LongestText = 500;

    /// <summary>一项叫什么。</summary>
    public static string Caption(this MatterField field) => field switch
    {
        MatterField.Group => "一级事项",
        MatterField.Name => "二级事项",
        MatterField.Elements => "公开内容（要素）",
        MatterField.Basis => "公开依据",
        MatterField.Category => "法定公开分类",
        MatterField.Rhythm => "公开时限",
        MatterField.Channels => "公开渠道和载体",
        MatterField.Mode => "公开方式",
        MatterField.Audience => "公开对象",
        _ => "公开层级",
    };

    /// <summary>填的对不对；对的，去掉前后的空白。</summary>
    /// <param name="unit">公开主体今天的情况。</param>
    public static Outcome<MatterFacts> Check(MatterFacts facts, UnitFacts unit)
    {
        var tidy = facts with
        {
            Group = facts.Group.Trim(), Name = facts.Name.Trim(), Elements = facts.Elements.Trim(), Basis = facts.Basis.Trim(), Audience = string.IsNullOrWhiteSpace(facts.Audience) ? null : facts.Audience.Trim(),
            Channels = [.. facts.Channels.Distinct().Order()], Levels = [.. facts.Levels.Distinct().Order()],
        };
        List<MatterFault> faults =
        [
            .. Text(MatterField.Group, tidy.Group, LongestName), .. Text(MatterField.Name, tidy.Name, LongestName), .. Text(MatterField.Elements, tidy.Elements, LongestText), .. Text(MatterField.Basis, tidy.Basis, LongestText),
        ];
        if (tidy.FindCategory() is not { } category) faults.Add(new MatterFault(MatterField.Category, "要选法定公开分类：条例第二十条、第二十一条的哪一项。"));
        else if (!category.AppliesTo(unit.Level)) faults.Add(new MatterFault(MatterField.Category, $"“{category.Caption}”不适用于{unit.Level.Caption()}。"));
        if (MatterRhythm.Checked(tidy.Rhythm).Refusal is { } wrong) faults.Add(new MatterFault(MatterField.Rhythm, wrong.Reason));
        if (tidy.Channels.IsEmpty) faults.Add(new MatterFault(MatterField.Channels, "公开渠道和载体至少选一个。"));
        if (tidy.Mode == DisclosureMode.NotOpen) faults.Add(new MatterFault(MatterField.Mode, "不予公开的不列入清单。"));
        if (tidy.Audience is { Length: > LongestText }) faults.Add(new MatterFault(MatterField.Audience, $"公开对象至多 {LongestText} 个字。"));
        if (tidy.Levels.IsEmpty) faults.Add(new MatterFault(MatterField.Levels, "公开层级至少选一个。"));
        return faults.Count == 0 ? tidy : new MatterRefusal([.. faults]);
    }

    /// <summary>停用：只能一次，要写明缘由。</summary>
    public static Outcome<MatterEnding> End(Matter matter, string? reason, DateOnly today) => matter.Ending is not null ? new Refusal("这一项已经停用。")
        : string.IsNullOrWhiteSpace(reason) ? new Refusal("停用要写明缘由。") : new MatterEnding(today, reason.Trim());

    /// <summary>信息能不能归入这一项：要是本单位还在用的；从前就归在那里的不查。</summary>
    /// <param name="matter">要归入的；没有这一项的为空。</param>
    /// <param name="before">从前归在哪里。</param>
    public static Refusal? CannotHold(Matter? matter, UnitId unit, MatterId? before) =>
        matter is { } found && found.Id == before ? null
            : matter is null || matter.Unit != unit ? new Refusal("本单位的事项清单里没有这一项，请重新选。")
            : matter.Ending is not null ? new Refusal($"事项“{matter.Facts.Name}”已经停用，请另选一项。") : null;

    private static IEnumerable<MatterFault> Text(MatterField field, string text, int longest)
    {
        if (text.Length == 0) yield return new MatterFault(field, $"“{field.Caption()}”没有填。");
        else if (text.Length > longest) yield return new MatterFault(field, $"“{field.Caption()}”至多 {longest} 个字，现在是 {text.Length} 个。");
    }
}

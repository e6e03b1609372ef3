using System.Collections.Immutable;
using Gongkai.Law;

namespace Gongkai.Organisations.Registers;

/// <summary>台账的格式：登记什么，有哪几栏，各栏之间有什么关系。格式是数据，写在各模块的 <c>Registers/*.json</c>；加一本台账是加一个文件，不加一段程序。</summary>
/// <param name="Code">代码，写在网址和库里，不再改，例如 <c>permits</c>。</param>
/// <param name="Name">名称，例如“行政许可”。</param>
/// <param name="Group">归在哪一类，例如“主动公开”。</param>
/// <param name="Purpose">登记什么，给登记的人看的一两句话。</param>
/// <param name="Basis">为什么要登记；没有条文的为空。</param>
/// <param name="Rhythm">多久登记一次。</param>
/// <param name="Fields">各栏，按显示的次序。</param>
/// <param name="Rules">各栏之间的关系。</param>
public sealed record RegisterForm(
    string Code, string Name, string Group, string Purpose, Citation? Basis, RegisterRhythm Rhythm, ImmutableArray<RegisterField> Fields, ImmutableArray<RegisterRule> Rules)
{
    /// <summary>认一笔的栏：同一单位、同一日期，这几栏都相同的，是同一笔，不重复登记。至少一栏。</summary>
    public IEnumerable<RegisterField> KeyFields => Fields.Where(column => column.IsKey);

    /// <summary>要合计的栏。</summary>
    public IEnumerable<RegisterField> TotalledFields => Fields.Where(column => column.Kind is RegisterFieldKind.Count or RegisterFieldKind.Money);

    /// <summary>一栏；没有的为空。</summary>
    public RegisterField? Find(string code) => Fields.FirstOrDefault(field => field.Code == code);
}

/// <summary>多久登记一次：一笔的日期怎样写。</summary>
public enum RegisterRhythm
{
    /// <summary>一事一登，写日期。</summary>
    Dated,

    /// <summary>按月，日期记作当月的第一天。</summary>
    Monthly,

    /// <summary>按年，日期记作当年的第一天。</summary>
    Yearly,
}

/// <summary>台账的一栏。</summary>
/// <param name="Code">代码，写在库里，不再改。</param>
/// <param name="Name">栏名。</param>
/// <param name="Kind">填什么。</param>
/// <param name="Unit">单位，例如“件”；没有的为空。</param>
/// <param name="IsRequired">必填。</param>
/// <param name="IsKey">认一笔用的。</param>
/// <param name="Choices">选择的各项；不是选择的为空表。</param>
/// <param name="Expected">应当填成的样子，不是的作为缺项显示，但照样登记；没有要求的为空。</param>
/// <param name="Help">怎么填；不言自明的为空。</param>
/// <param name="Example">例子。</param>
public sealed record RegisterField(
    string Code, string Name, RegisterFieldKind Kind, string? Unit, bool IsRequired, bool IsKey, ImmutableArray<string> Choices, string? Expected, string? Help, string Example);

/// <summary>一栏填什么。</summary>
public enum RegisterFieldKind
{
    /// <summary>文字，至多 500 字。</summary>
    Text,

    /// <summary>个数，不小于零的整数。</summary>
    Count,

    /// <summary>金额，元，不小于零，至多两位小数。</summary>
    Money,

    /// <summary>日期。</summary>
    Date,

    /// <summary>时刻，北京时间，到分。</summary>
    Moment,

    /// <summary>几项之一。</summary>
    Choice,

    /// <summary>是、否。</summary>
    YesNo,

    /// <summary>网址，http 或者 https。</summary>
    Link,
}

/// <summary>各栏之间的关系。</summary>
/// <param name="Sentence">一句话，不成立时给登记的人看。</param>
/// <param name="Refuses">不成立的不予登记；为否的照样登记，作为问题显示。</param>
public abstract record RegisterRule(string Sentence, bool Refuses);

/// <summary>几栏之和与几栏之和相等，或者不大于。</summary>
/// <param name="Left">左边的各栏。</param>
/// <param name="MayBeLess">为真是“不大于”，为假是“等于”。</param>
/// <param name="Right">右边的各栏。</param>
public sealed record RegisterSum(string Sentence, bool Refuses, ImmutableArray<string> Left, bool MayBeLess, ImmutableArray<string> Right) : RegisterRule(Sentence, Refuses);

/// <summary>从一个日期（时刻）到另一个，不超过多久；后一个没有填的，到期以后作为问题显示。</summary>
/// <param name="From">起点的栏。</param>
/// <param name="To">终点的栏。</param>
/// <param name="Most">至多多久（含）。</param>
/// <param name="InHours">单位是小时；为否是自然日。</param>
/// <param name="When">只在这一栏填成这几项之一时适用；不限的为空。</param>
public sealed record RegisterInterval(string Sentence, bool Refuses, string From, string To, int Most, bool InHours, RegisterCondition? When) : RegisterRule(Sentence, Refuses);

/// <summary>一栏填成几项之一。</summary>
/// <param name="Field">哪一栏。</param>
/// <param name="Among">哪几项。</param>
public sealed record RegisterCondition(string Field, ImmutableArray<string> Among);

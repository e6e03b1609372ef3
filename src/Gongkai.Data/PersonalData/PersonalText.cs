using System.Text.Json;
using System.Text.Json.Serialization;
using Gongkai.Documents.Text;
using Gongkai.Scanning;

namespace Gongkai.Data.PersonalData;

/// <summary>个人信息的种类。</summary>
public enum PersonalKind
{
    /// <summary>姓名。</summary>
    Name,

    /// <summary>证件号码。</summary>
    IdentityNumber,

    /// <summary>电话。</summary>
    Phone,

    /// <summary>电子邮箱。</summary>
    Email,

    /// <summary>住址、通信地址。</summary>
    Address,

    /// <summary>其他，一律整个遮住。</summary>
    Other,
}

/// <summary>
/// 个人信息的一项：打印、写日志、写 JSON 得到的都是遮住的样子；要明文，须写明 <see cref="Reveal"/>。
/// </summary>
[JsonConverter(typeof(MaskedJson))]
public sealed class PersonalText(PersonalKind kind, string value) : IEquatable<PersonalText>
{
    // 地址留到区县一级上下，其余遮住。
    private const int AddressHead = 6;

    private readonly string _value = value;

    /// <summary>种类。</summary>
    public PersonalKind Kind { get; } = kind;

    /// <summary>明文。只在有权看的人面前用，并已记下他看过。</summary>
    public string Reveal() => _value;

    /// <summary>遮住的样子，例如 138****1234。</summary>
    public override string ToString() => Kind switch
    {
        PersonalKind.Name => Mask.Name(_value),
        PersonalKind.IdentityNumber => Mask.ResidentId(_value),
        PersonalKind.Phone => Mask.Mobile(_value),
        PersonalKind.Email when _value.IndexOf('@', StringComparison.Ordinal) is > 0 and var at => Mask.Keep(_value.AsSpan(0, at), 1, 0) + _value[at..],
        PersonalKind.Address => Mask.Keep(_value, AddressHead, 0),
        _ => new string('*', _value.Length),
    };

    public bool Equals(PersonalText? other) => other is not null && Kind == other.Kind && _value == other._value;

    public override bool Equals(object? obj) => Equals(obj as PersonalText);

    public override int GetHashCode() => HashCode.Combine(Kind, _value);

    /// <summary>比较是不是同一个值时用的写法：去掉空白与全角之分、分隔的横线和国家代码，字母大写。</summary>
    internal string Comparable()
    {
        var text = Normalisation.Apply(_value).ToUpperInvariant();
        if (Kind is not (PersonalKind.Phone or PersonalKind.IdentityNumber)) return text;
        text = text.Replace("-", "", StringComparison.Ordinal);
        return Kind == PersonalKind.Phone && text.StartsWith("+86", StringComparison.Ordinal) ? text[3..] : text;
    }

    private sealed class MaskedJson : JsonConverter<PersonalText>
    {
        public override PersonalText Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            throw new NotSupportedException("个人信息写出的是遮住的样子，读不回来。");

        public override void Write(Utf8JsonWriter writer, PersonalText value, JsonSerializerOptions options) => writer.WriteStringValue(value.ToString());
    }
}

using System.Runtime.CompilerServices;

namespace Gongkai.Law.Wording;

/// <summary>一句话在一种语言里的说法；不是当前语言的，编译器连要填的数也不去求。</summary>
[InterpolatedStringHandler]
public ref struct Said<TLanguage>
    where TLanguage : struct, ISpoken
{
    private readonly string? _whole;
    private readonly bool _isSpoken;
    private DefaultInterpolatedStringHandler _parts;

    public Said(int literalLength, int formattedCount, out bool isSpoken)
    {
        isSpoken = _isSpoken = Speech.Current == TLanguage.Language;
        if (isSpoken) _parts = new DefaultInterpolatedStringHandler(literalLength, formattedCount, System.Globalization.CultureInfo.InvariantCulture);
    }

    private Said(string whole)
    {
        _isSpoken = Speech.Current == TLanguage.Language;
        _whole = whole;
    }

    /// <summary>说出来的话；不是当前语言的，为空。</summary>
    internal string? Text => !_isSpoken ? null : _whole ?? _parts.ToStringAndClear();

    public static implicit operator Said<TLanguage>(string whole) => new(whole);

    public void AppendLiteral(string value) => _parts.AppendLiteral(value);

    public void AppendFormatted(string? value) => _parts.AppendFormatted(value);

    public void AppendFormatted<T>(T value) => _parts.AppendFormatted(value);

    public void AppendFormatted<T>(T value, string? format) => _parts.AppendFormatted(value, format);
}

/// <summary>一种语言，作 <see cref="Said{TLanguage}"/> 的标记。</summary>
public interface ISpoken
{
    static abstract Language Language { get; }
}

/// <summary>用中文说的。</summary>
public readonly struct InChinese : ISpoken
{
    public static Language Language => Language.Chinese;
}

/// <summary>用英文说的。</summary>
public readonly struct InEnglish : ISpoken
{
    public static Language Language => Language.English;
}

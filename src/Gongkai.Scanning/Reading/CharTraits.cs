namespace Gongkai.Scanning.Reading;

/// <summary>一个字与扫描有关的特征；把全文各字的特征合在一起，就知道哪些检测项可能命中。</summary>
[Flags]
internal enum CharTraits : ushort
{
    None = 0,
    Digit = 1 << 0,
    Letter = 1 << 1,

    /// <summary>全角的数字、字母、符号，归一后再看。</summary>
    Foldable = 1 << 2,

    /// <summary>零宽字符、方向控制符，归一时去掉。</summary>
    ZeroWidth = 1 << 3,

    /// <summary>可能把一个号码切断的字符：空白、换行、竖线、连字符。</summary>
    Breaker = 1 << 4,
    At = 1 << 5,
    Secret = 1 << 6,
    Province = 1 << 7,
    Person = 1 << 8,

    /// <summary>省份简称后面跟着字母：不是单个字的特征，由一遍扫过时得出。</summary>
    Plate = 1 << 9,
}

/// <summary>字符特征表：每个 UTF-16 单元查一次。</summary>
internal static class CharTable
{
    /// <summary>车牌首字。</summary>
    public const string Provinces = "京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼";

    private static readonly CharTraits[] Table = Build();

    public static CharTraits Of(char value) => Table[value];

    public static bool Is(char value, CharTraits trait) => Table[value].HasAny(trait);

    public static bool HasAny(this CharTraits traits, CharTraits wanted) => (traits & wanted) != CharTraits.None;

    private static CharTraits[] Build()
    {
        var table = new CharTraits[char.MaxValue + 1];
        for (int value = 0; value <= char.MaxValue; value++)
        {
            var character = (char)value;
            if (char.IsAsciiDigit(character)) table[value] |= CharTraits.Digit;
            if (char.IsAsciiLetter(character)) table[value] |= CharTraits.Letter;
            if (char.IsWhiteSpace(character)) table[value] |= CharTraits.Breaker;
            if (Folding.IsFoldable(character)) table[value] |= CharTraits.Foldable;
            if (Folding.IsZeroWidth(character)) table[value] |= CharTraits.ZeroWidth;
        }

        Mark(table, "|-‐‑‒–—―−", CharTraits.Breaker);
        Mark(table, "@", CharTraits.At);
        Mark(table, "密", CharTraits.Secret);
        Mark(table, Provinces, CharTraits.Province);
        Mark(table, "姓户男女患", CharTraits.Person);
        return table;
    }

    private static void Mark(CharTraits[] table, string characters, CharTraits trait)
    {
        foreach (var character in characters) table[character] |= trait;
    }
}

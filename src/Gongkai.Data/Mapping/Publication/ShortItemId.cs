namespace Gongkai.Data.Mapping.Publication;

/// <summary>网址里的短号：索引号里有斜线，标识又太长。取标识末尾的随机数，写成十个容易认、容易念的字母和数字。</summary>
public static class ShortItemId
{
    /// <summary>多长。</summary>
    public const int Length = 10;

    // 去掉了容易认错的 i、l、o、u。
    private const string Alphabet = "0123456789abcdefghjkmnpqrstvwxyz";

    private const int BitsEach = 5;

    /// <summary>由标识得出；同一个标识总得同一个短号。</summary>
    public static string Of(Guid id)
    {
        Span<byte> bytes = stackalloc byte[16];
        id.TryWriteBytes(bytes, bigEndian: true, out _);
        ulong random = 0;
        foreach (var value in bytes[8..]) random = (random << 8) | value;
        return string.Create(Length, random, static (text, rest) =>
        {
            for (var at = text.Length - 1; at >= 0; at--, rest >>= BitsEach) text[at] = Alphabet[(int)(rest & 31)];
        });
    }

    /// <summary>像不像短号；不像的不必去库里找。</summary>
    public static bool IsPossible(string text) => text.Length == Length && text.All(Alphabet.Contains);
}

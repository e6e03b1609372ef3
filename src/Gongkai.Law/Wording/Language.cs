namespace Gongkai.Law.Wording;

/// <summary>程序说话的语言。</summary>
public enum Language
{
    Chinese,
    English,
}

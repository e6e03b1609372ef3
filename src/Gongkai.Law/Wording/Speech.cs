namespace Gongkai.Law.Wording;

/// <summary>程序说的每一句话：中文与英文写在一处，只说当前语言的一种。</summary>
/// <remarks>语言随调用流走（跨 await 与并行的任务），没有另外说明的一律是中文，与机器的区域设置无关。只有命令行的 <c>--lang en</c> 换成英文；写进数据库的、网页上的都是中文。</remarks>
public static class Speech
{
    private static readonly AsyncLocal<Language> Spoken = new();

    // 从来没有人换过语言的（多半如此），不必去查调用流：检查一份年报要问几百次。
    private static volatile bool _everChanged;

    /// <summary>当前的语言。</summary>
    public static Language Current => _everChanged ? Spoken.Value : Language.Chinese;

    /// <summary>说一句话。两句都可以是带数字的插值文字：不说的那一句，连同它要填的数，都不去求。</summary>
    public static string Say(Said<InChinese> chinese, Said<InEnglish> english) => chinese.Text ?? english.Text!;

    /// <summary>几样东西连起来说：中文用所写的顿号、逗号或分号，英文用相应的标点。</summary>
    public static string Join(char mark, IEnumerable<string> items) =>
        string.Join(Current == Language.Chinese ? mark.ToString() : mark == '；' ? "; " : ", ", items);

    /// <summary>用另一种语言，直到答复的东西被丢弃。</summary>
    public static Use In(Language language) => new(language);

    /// <summary>一段换了语言的时间。</summary>
    public readonly struct Use : IDisposable
    {
        private readonly Language _before;

        internal Use(Language language)
        {
            _before = Spoken.Value;
            Spoken.Value = language;
            if (language != Language.Chinese) _everChanged = true;
        }

        public void Dispose() => Spoken.Value = _before;
    }
}

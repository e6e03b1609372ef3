using System.Buffers;
using System.Collections.Immutable;
using Gongkai.AnnualReports.Model;
using Gongkai.Documents;
using Gongkai.Organisations.Agencies;

namespace Gongkai.AnnualReports.Rules.Prose;

/// <summary>
/// 正文：前言和各部分的文字归一后连成一串，分好段、分好句。
/// 归一：去空白和零宽字符，数字、字母取半角，标点取全角；被分页折断的段重新接上。一份报告只做一次。
/// </summary>
internal sealed class ProseText
{
    private Surveyed? _foreign;

    private ProseText(string text, ImmutableArray<ProseParagraph> paragraphs, ImmutableArray<Sentence> sentences)
    {
        Text = text;
        Paragraphs = paragraphs;
        Sentences = sentences;
        Body = BodyOf(text, paragraphs);
    }

    /// <summary>全部正文，段间用换行隔开。</summary>
    public string Text { get; }

    /// <summary>六个部分从哪里开始。前言常混着网页的导航文字，语言类规则不看。</summary>
    public int Body { get; }

    public ImmutableArray<ProseParagraph> Paragraphs { get; }

    public ImmutableArray<Sentence> Sentences { get; }

    /// <summary>各条规则要找的词出现在哪里；第一条来问的规则付这一遍，其余的只查结果。</summary>
    public WordSightings Words => field ??= WordSightings.In(Text);

    /// <summary>对这个机关来说是外地的地名与机关；几条规则问同一个机关，只找一遍。</summary>
    public ForeignNamesFound Foreign(AgencyProfile home)
    {
        var found = _foreign;
        if (found is null || !ReferenceEquals(found.Home, home)) _foreign = found = new Surveyed(home, ForeignPlaces.Survey(home, Text));
        return found.Names;
    }

    public static ProseText Of(AnnualReport report) => new Builder(report).Build();

    public ReadOnlySpan<char> Span(Sentence sentence) => Text.AsSpan(sentence.Start, sentence.Length);

    /// <summary>是不是说事的句子：网页的导航、友情链接、孤立的栏目名没有标点，不算。</summary>
    public bool IsStatement(Sentence sentence)
    {
        var paragraph = Span(Paragraphs[sentence.Paragraph]);
        return sentence.Section == 0 ? paragraph.Contains('。') : paragraph.IndexOfAny('。', '，', '；') >= 0 || Punctuation.StartsWithMarker(paragraph);
    }

    public ReadOnlySpan<char> Span(ProseParagraph paragraph) => Text.AsSpan(paragraph.Start, paragraph.Length);

    /// <summary>一处文字的出处：第几部分，连同它前后的原句（过长的截短）。</summary>
    public string Where(int start, int length)
    {
        var sentence = SentenceAt(start);
        return Say($"{SectionName(sentence.Section)}：{Excerpt(sentence, start, length)}", $"{SectionName(sentence.Section)}: “{Excerpt(sentence, start, length)}”");
    }

    /// <summary>一段的出处：第几部分，哪一行；不引原文。</summary>
    public static string Where(ProseParagraph paragraph) =>
        paragraph.Place == default ? SectionName(paragraph.Section) : Say($"{SectionName(paragraph.Section)}，{paragraph.Place}",
            $"{SectionName(paragraph.Section)}, {paragraph.Place}");

    public Sentence SentenceAt(int position)
    {
        var low = 0;
        var high = Sentences.Length - 1;
        while (low < high)
        {
            var middle = (low + high + 1) / 2;
            if (Sentences[middle].Start <= position) low = middle;
            else high = middle - 1;
        }

        return Sentences[low];
    }

    private string Excerpt(Sentence sentence, int start, int length)
    {
        const int Limit = 64;
        if (sentence.Length <= Limit) return Text.Substring(sentence.Start, sentence.Length);
        var room = Math.Max(0, (Limit - length) / 2);
        var from = Math.Clamp(start - room, sentence.Start, Math.Max(sentence.Start, sentence.End - Limit));
        var until = Math.Min(sentence.End, from + Limit);
        return (from > sentence.Start ? "……" : "") + Text[from..until] + (until < sentence.End ? "……" : "");
    }

    private static int BodyOf(string text, ImmutableArray<ProseParagraph> paragraphs)
    {
        foreach (var paragraph in paragraphs)
            if (paragraph.Section > 0) return paragraph.Start;
        return text.Length;
    }

    private static string SectionName(int number) => number is >= 1 and <= 6 ? Say($"第{"一二三四五六"[number - 1]}部分", $"section {number}") : Say("前言", "introduction");

    private sealed record Surveyed(AgencyProfile Home, ForeignNamesFound Names);

    /// <summary>边读边归一；只走一遍。</summary>
    private sealed class Builder(AnnualReport report)
    {
        private readonly ImmutableArray<ProseParagraph>.Builder _paragraphs = ImmutableArray.CreateBuilder<ProseParagraph>(32);
        private readonly ImmutableArray<Sentence>.Builder _sentences = ImmutableArray.CreateBuilder<Sentence>(96);
        private char[] _text = [];
        private int _length;

        public ProseText Build()
        {
            _text = ArrayPool<char>.Shared.Rent(LongestPossible());
            if (report.Preamble.Length > 0) Add(0, report.Preamble, default);
            foreach (var section in report.Sections)
                foreach (var paragraph in section.Paragraphs)
                    Add(section.Number, paragraph.Text, paragraph.Place);
            var text = new string(_text, 0, _length);
            ArrayPool<char>.Shared.Return(_text);
            for (var index = 0; index < _paragraphs.Count; index++) Split(text, index);
            return new ProseText(text, _paragraphs.ToImmutable(), _sentences.ToImmutable());
        }

        /// <summary>归一从不变长，段与段之间加一个换行。</summary>
        private int LongestPossible()
        {
            var length = report.Preamble.Length;
            foreach (var section in report.Sections)
                foreach (var paragraph in section.Paragraphs) length += paragraph.Text.Length + 1;
            return length;
        }

        private void Add(int section, string source, Place place)
        {
            var before = _length;
            var start = before > 0 ? before + 1 : 0;
            if (before > 0) _text[before] = '\n';
            var end = ProseNormalizer.Append(_text, start, source);
            if (end == start) return;
            if (_paragraphs.Count > 0 && Continues(_paragraphs[^1], section, _text.AsSpan(start, end - start)))
            {
                _text.AsSpan(start, end - start).CopyTo(_text.AsSpan(before));
                _length = end - 1;
                _paragraphs[^1] = _paragraphs[^1] with { Length = _length - _paragraphs[^1].Start };
                return;
            }

            _length = end;
            _paragraphs.Add(new ProseParagraph(section, start, end - start, place));
        }

        // 分页、分栏把一段折成两段：前段够长、没有收尾的标点、不是小标题，后段也不以序号开头。
        private bool Continues(ProseParagraph previous, int section, ReadOnlySpan<char> next)
        {
            const int ShortestBrokenLine = 18;
            if (previous.Section != section || previous.Length < ShortestBrokenLine) return false;
            if (Punctuation.EndsParagraph(_text[previous.End - 1])) return false;
            return !StartsWithMarker(next) && !IsHeading(_text.AsSpan(previous.Start, previous.Length));
        }

        private static bool IsHeading(ReadOnlySpan<char> paragraph)
        {
            const int LongestHeading = 40;
            return paragraph.Length <= LongestHeading && StartsWithMarker(paragraph);
        }

        private static bool StartsWithMarker(ReadOnlySpan<char> paragraph)
        {
            const int LongestMarker = 8;
            return Punctuation.StartsWithMarker(paragraph[..Math.Min(LongestMarker, paragraph.Length)]);
        }

        private void Split(string text, int index)
        {
            var paragraph = _paragraphs[index];
            var start = paragraph.Start;
            while (start < paragraph.End)
            {
                var stop = text.AsSpan(start, paragraph.End - start).IndexOfAny('。', '！', '？');
                var end = stop < 0 ? paragraph.End : start + stop + 1;
                while (end < paragraph.End && Punctuation.IsClosing(text[end])) end++;
                _sentences.Add(new Sentence(paragraph.Section, index, start, end - start));
                start = end;
            }
        }
    }
}

/// <summary>正文的一段（接好之后）。</summary>
internal readonly record struct ProseParagraph(int Section, int Start, int Length, Place Place)
{
    public int End => Start + Length;
}

/// <summary>正文的一句，到句号、叹号、问号为止（含）。</summary>
/// <param name="Section">第几部分；0 是前言。</param>
/// <param name="Paragraph">第几段，从 0 起。</param>
internal readonly record struct Sentence(int Section, int Paragraph, int Start, int Length)
{
    public int End => Start + Length;
}

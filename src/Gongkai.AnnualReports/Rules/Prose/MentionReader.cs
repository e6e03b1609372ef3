using System.Runtime.InteropServices;

namespace Gongkai.AnnualReports.Rules.Prose;

/// <summary>把一句话的词排成一个个数及其上下文，并记住话题，供下一句沿用。</summary>
internal sealed class MentionReader(ProseText prose)
{
    private static readonly TermSet Boundaries = TermSet.Of(Term.Comma, Term.Semicolon, Term.Colon, Term.Open, Term.Close, Term.Number, Term.Percent);

    // 前窗里只有这些词，就还没有说清是什么数，要往前借。
    private static readonly TermSet Fillers = TermSet.Of(Term.Sum, Term.Pause, Term.Year, Term.Ordinary, Term.Own, Term.Wide, Term.Some);

    private readonly List<Token> _tokens = new(64);
    private Topic _topic;
    private bool _scoped;
    private int _paragraph = -1;

    /// <summary>当前这句的词。</summary>
    public ReadOnlySpan<Token> Tokens => CollectionsMarshal.AsSpan(_tokens);

    /// <summary>读到本句为止的话题（供没有数的句子使用）。</summary>
    public Topic Topic => _topic;

    public bool Scoped => _scoped;

    /// <summary>开始读一句；换段时话题重新开始，小标题的话题留给它后面的一段。</summary>
    public void Begin(Sentence sentence, bool underHeading)
    {
        if (sentence.Paragraph != _paragraph && !underHeading)
        {
            _topic = sentence.Section switch { 3 => Topic.Requests, 4 => Topic.Review, _ => Topic.None };
            _scoped = sentence.Section is 3 or 4;
        }

        _paragraph = sentence.Paragraph;
        _tokens.Clear();
        Lexicon.Embedded.Tokenize(prose.Span(sentence), sentence.Start, _tokens);
    }

    /// <summary>读完一句：记下它最后的话题。</summary>
    public void End()
    {
        foreach (ref readonly var token in Tokens) Follow(token.Term, ref _topic, ref _scoped);
    }

    /// <summary>当前这句的第 <paramref name="index"/> 个词是一个数时，它和它的上下文。</summary>
    public Mention Mention(Sentence sentence, int index)
    {
        var tokens = Tokens;
        var number = tokens[index];
        var topic = _topic;
        var scoped = _scoped;
        var earlier = default(TermSet);
        int? year = null;
        var numbers = 0;
        var partFrom = -1;
        for (var position = 0; position < index; position++)
        {
            ref readonly var token = ref tokens[position];
            Follow(token.Term, ref topic, ref scoped);
            earlier = earlier.With(token.Term);
            if (token.Term == Term.Year) year = (int)token.Value;
            else if (token.Term == Term.Number) numbers++;
            else if (token.Term == Term.OfWhich && numbers > 0) partFrom = position;
            else if (token.Term == Term.Semicolon) partFrom = -1;
        }

        var (before, start) = WindowBefore(sentence, index);
        var (channels, everywhere) = ChannelsBefore(index);
        return new Mention(sentence, number)
        {
            Before = before,
            After = WindowAfter(index),
            Earlier = earlier,
            WindowStart = start,
            Topic = topic,
            Scoped = scoped,
            IsPart = partFrom >= 0 && !before.Has(Term.Own),
            Year = year,
            Channels = channels,
            Everywhere = everywhere,
            Each = prose.Text.AsSpan(start, number.Start - start).Contains('均'),
        };
    }

    private (TermSet Terms, int Start) WindowBefore(Sentence sentence, int index)
    {
        var terms = default(TermSet);
        var borrowed = false;
        for (var position = index - 1; position >= 0; position--)
        {
            ref readonly var token = ref Tokens[position];
            if (!TermSet.Of(token.Term).HasAny(Boundaries))
            {
                terms = terms.With(token.Term);
                continue;
            }

            var content = (terms.Bits & ~Fillers.Bits) != 0;
            if (content || borrowed || token.Term is not (Term.Comma or Term.Colon or Term.Close)) return (terms, token.End);
            if (token.Term == Term.Close) position = SkipParenthesis(position);
            else borrowed = true;
        }

        return (terms, sentence.Start);
    }

    // “通过网站、公众号、微博等，累计发布信息5128条”：渠道在前一分句里；再往前的说的多半是别的事。
    private (Channels Channels, bool Everywhere) ChannelsBefore(int index)
    {
        const int Reach = 2;
        var found = Channels.None;
        var commas = 0;
        for (var position = index - 1; position >= 0; position--)
        {
            ref readonly var token = ref Tokens[position];
            if (token.Term is Term.Number or Term.Semicolon) break;
            if (token.Term == Term.EveryChannel) return (found, true);
            if (token.Term == Term.Channel) found |= ChannelNames.Of(prose.Text.AsSpan(token.Start, token.Length));
            else if (token.Term == Term.Comma && (found != Channels.None || ++commas > Reach)) break;
        }

        return (ChannelNames.Specific(found), false);
    }

    // “依申请公开（含网络申请）12件”：括号里的话不管着括号后的数。
    private int SkipParenthesis(int position)
    {
        while (position > 0 && _tokens[position].Term != Term.Open) position--;
        return position;
    }

    private TermSet WindowAfter(int index)
    {
        var terms = default(TermSet);
        for (var position = index + 1; position < _tokens.Count; position++)
        {
            var term = Tokens[position].Term;
            if (term == Term.Pause || TermSet.Of(term).HasAny(Boundaries)) break;
            terms = terms.With(term);
        }

        return terms;
    }

    public static void Follow(Term term, ref Topic topic, ref bool scoped)
    {
        switch (term)
        {
            case Term.Application:
                topic = Topic.Requests;
                scoped = true;
                break;
            case Term.Disclosure:
                scoped = true;
                break;
            case Term.Reconsideration or Term.Litigation or Term.DirectLitigation or Term.LitigationAfter:
                topic = Topic.Review;
                break;
            case Term.Normative or Term.Regulation:
                topic = Topic.Normative;
                break;
            case Term.Licence or Term.Penalty or Term.Coercion:
                topic = Topic.Administration;
                scoped = false;
                break;
            case Term.Procurement:
                topic = Topic.Procurement;
                break;
            case Term.Proactive:
                topic = Topic.Publishing;
                break;
            case Term.Letter:
                topic = Topic.Letters;
                scoped = false;
                break;
        }
    }
}

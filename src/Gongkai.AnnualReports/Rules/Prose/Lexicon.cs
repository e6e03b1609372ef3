using System.Text.Json;
using Gongkai.Documents.Text;

namespace Gongkai.AnnualReports.Rules.Prose;

/// <summary>词表：最长匹配，把一句话切成词、标点和数。词的写法是数据（lexicon.json），改写法不必改程序。</summary>
internal sealed class Lexicon
{
    private static readonly CharacterKind[] Kinds = ClassifyCharacters();

    private readonly PhraseIndex _phrases;
    private readonly Term[] _terms;

    private Lexicon(IReadOnlyList<(string Text, Term Term)> entries)
    {
        _phrases = new PhraseIndex([.. entries.Select(entry => entry.Text)]);
        _terms = [.. entries.Select(entry => entry.Term)];
    }

    public static Lexicon Embedded { get; } = Load();

    /// <summary>把一句切成词，接在 <paramref name="tokens"/> 后面；不认识的字跳过。</summary>
    public void Tokenize(ReadOnlySpan<char> text, int offset, List<Token> tokens)
    {
        var index = 0;
        while (index < text.Length)
        {
            // 每个字先查一次表：绝大多数既不是数也不是标点，直接去问词表。
            var kind = Kinds[text[index]];
            if (kind == CharacterKind.Number && NumberReader.TryRead(text, index, out var number))
            {
                tokens.Add(number with { Start = number.Start + offset });
                index = number.End;
            }
            else if (kind >= CharacterKind.FirstMark)
            {
                tokens.Add(new Token((Term)(kind - CharacterKind.FirstMark), offset + index, 1));
                index++;
            }
            else if (_phrases.LongestAt(text, index, out var length) is >= 0 and var phrase)
            {
                tokens.Add(new Token(_terms[phrase], offset + index, length));
                index += length;
            }
            else
            {
                index++;
            }
        }
    }

    private enum CharacterKind : byte
    {
        Other,

        /// <summary>可以是一个数的第一个字。</summary>
        Number,

        /// <summary>从它起是标点，加上标点的词类。</summary>
        FirstMark,
    }

    private static CharacterKind[] ClassifyCharacters()
    {
        var kinds = new CharacterKind[char.MaxValue + 1];
        for (var character = 0; character < kinds.Length; character++)
            if (NumberReader.MayStart((char)character)) kinds[character] = CharacterKind.Number;
        foreach (var (mark, term) in new[] { ('，', Term.Comma), ('、', Term.Pause), ('；', Term.Semicolon), ('：', Term.Colon), ('（', Term.Open), ('）', Term.Close) })
            kinds[mark] = CharacterKind.FirstMark + (byte)term;
        return kinds;
    }

    private static Lexicon Load()
    {
        using var stream = typeof(Lexicon).Assembly.GetManifestResourceStream("Gongkai.AnnualReports.Rules.Prose.lexicon.json")
            ?? throw new InvalidOperationException("程序里没有附带词表 lexicon.json。");
        using var document = JsonDocument.Parse(stream);
        var entries = new List<(string, Term)>();
        foreach (var group in document.RootElement.EnumerateObject())
        {
            var term = Enum.Parse<Term>(group.Name);
            foreach (var phrase in group.Value.EnumerateArray()) entries.Add((phrase.GetString()!, term));
        }

        return new Lexicon(entries);
    }
}

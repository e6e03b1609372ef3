using System.Collections.Frozen;
using System.Text.Json;

namespace Gongkai.AnnualReports.Rules.Prose;

/// <summary>词表：最长匹配，把一句话切成词、标点和数。词的写法是数据（lexicon.json），改写法不必改程序。</summary>
internal sealed class Lexicon
{
    private readonly FrozenDictionary<char, Entry[]> _entries;

    private Lexicon(IEnumerable<Entry> entries) =>
        _entries = entries.GroupBy(entry => entry.Text[0])
            .ToFrozenDictionary(group => group.Key, group => group.OrderByDescending(entry => entry.Text.Length).ToArray());

    public static Lexicon Embedded { get; } = Load();

    /// <summary>把一句切成词，接在 <paramref name="tokens"/> 后面；不认识的字跳过。</summary>
    public void Tokenize(ReadOnlySpan<char> text, int offset, List<Token> tokens)
    {
        var index = 0;
        while (index < text.Length)
        {
            if (NumberReader.TryRead(text, index, out var number))
            {
                tokens.Add(number with { Start = number.Start + offset });
                index = number.End;
            }
            else if (Mark(text[index]) is { } mark)
            {
                tokens.Add(new Token(mark, offset + index, 1));
                index++;
            }
            else if (Match(text[index..]) is { } entry)
            {
                tokens.Add(new Token(entry.Term, offset + index, entry.Text.Length));
                index += entry.Text.Length;
            }
            else
            {
                index++;
            }
        }
    }

    private Entry? Match(ReadOnlySpan<char> text)
    {
        if (!_entries.TryGetValue(text[0], out var candidates)) return null;
        foreach (var candidate in candidates)
            if (text.StartsWith(candidate.Text, StringComparison.Ordinal)) return candidate;
        return null;
    }

    private static Term? Mark(char c) => c switch
    {
        '，' => Term.Comma,
        '、' => Term.Pause,
        '；' => Term.Semicolon,
        '：' => Term.Colon,
        '（' => Term.Open,
        '）' => Term.Close,
        _ => null,
    };

    private static Lexicon Load()
    {
        using var stream = typeof(Lexicon).Assembly.GetManifestResourceStream("Gongkai.AnnualReports.Rules.Prose.lexicon.json")
            ?? throw new InvalidOperationException("程序里没有附带词表 lexicon.json。");
        using var document = JsonDocument.Parse(stream);
        var entries = new List<Entry>();
        foreach (var group in document.RootElement.EnumerateObject())
        {
            var term = Enum.Parse<Term>(group.Name);
            foreach (var phrase in group.Value.EnumerateArray()) entries.Add(new Entry(phrase.GetString()!, term));
        }

        return new Lexicon(entries);
    }

    private sealed record Entry(string Text, Term Term);
}

using Gongkai.Documents.Text;

namespace Gongkai.Documents.Tests.Text;

public sealed class PhraseIndexTests
{
    private static readonly string[] Phrases = ["公开", "政府信息公开", "信息公开", "信息", "申请", "申请人", "无", "无法", "、等", "息公"];

    [Theory]
    [InlineData("政府信息公开", 0, "政府信息公开")]
    [InlineData("政府信息", 0, null)]
    [InlineData("无法提供", 0, "无法")]
    [InlineData("无", 0, "无")]
    [InlineData("共无", 1, "无")]
    [InlineData("申请人", 0, "申请人")]
    [InlineData("申", 0, null)]
    public void The_longest_phrase_at_a_place_is_found(string text, int at, string? phrase)
    {
        var found = new PhraseIndex(Phrases).LongestAt(text, at, out var length);
        (found < 0 ? null : Phrases[found]).ShouldBe(phrase);
        length.ShouldBe(phrase?.Length ?? 0);
    }

    /// <summary>与逐词逐处去找的结果一样。</summary>
    [Fact]
    public void Every_occurrence_of_every_phrase_is_found()
    {
        var random = new Random(7);
        var index = new PhraseIndex(Phrases);
        for (var round = 0; round < 2_000; round++)
        {
            var text = string.Concat(Enumerable.Range(0, random.Next(12)).Select(_ => random.Next(4) == 0 ? "公开信息申请人无法、等政府"[random.Next(13)].ToString() : Phrases[random.Next(Phrases.Length)]));
            var found = new List<FoundPhrase>();
            index.FindAll(text, found);
            found.ShouldBe(OneByOne(text), text);
        }
    }

    [Fact]
    public void A_phrase_given_twice_keeps_its_first_number() => new PhraseIndex(["公开", "无", "公开", "无"]).LongestAt("公开", 0, out _).ShouldBe(0);

    [Fact]
    public void Nothing_is_found_without_phrases() => new PhraseIndex([]).LongestAt("公开", 0, out _).ShouldBe(-1);

    private static List<FoundPhrase> OneByOne(string text) =>
    [
        .. Enumerable.Range(0, text.Length)
            .SelectMany(at => Phrases.Select((phrase, number) => (phrase, number)).Where(item => string.CompareOrdinal(text, at, item.phrase, 0, item.phrase.Length) == 0)
                .Select(item => new FoundPhrase(item.number, at, item.phrase.Length)))
            .OrderBy(found => found.Start).ThenByDescending(found => found.Length),
    ];
}

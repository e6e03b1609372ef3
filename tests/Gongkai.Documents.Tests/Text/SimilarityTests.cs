using Gongkai.Documents.Text;

namespace Gongkai.Documents.Tests.Text;

public sealed class SimilarityTests
{
    private const string Passage =
        "坚持以公开为常态、不公开为例外，严格落实政府信息公开各项制度，全面推进决策、执行、管理、服务、结果公开，不断提升政府公信力。";

    [Fact]
    public void Labels_that_say_the_same_are_wholly_similar() =>
        Bigrams.Similarity("（七）总 计", "(七)总计").ShouldBe(1);

    [Fact]
    public void A_label_with_a_letter_lost_is_very_similar() =>
        Bigrams.Similarity("5.属于三类内部事务息", "5.属于三类内部事务信息").ShouldBeInRange(0.8, 0.99);

    [Fact]
    public void Different_labels_are_not_similar() =>
        Bigrams.Similarity("属于国家秘密", "保护第三方合法权益").ShouldBe(0);

    [Fact]
    public void Repeated_bigrams_count_as_often_as_they_stand() =>
        Bigrams.Similarity("要求要求", "要求").ShouldBe(2.0 * 1 / (3 + 1), 1e-9);

    [Fact]
    public void Long_texts_are_compared_too() =>
        Bigrams.Similarity(new string('甲', 1000), new string('甲', 1000) + "乙").ShouldBeGreaterThan(0.99);

    [Fact]
    public void Copying_with_other_figures_is_still_copying()
    {
        var left = ShingleSet.Of("2023年主动公开信息125条，其中网站公开64条，政务新媒体公开61条。");
        var right = ShingleSet.Of("2022年主动公开信息 98 条，其中：网站公开70条；政务新媒体公开28条！");
        left.Containment(right).ShouldBe(1);
    }

    [Fact]
    public void Containment_is_measured_by_the_smaller_side()
    {
        var part = ShingleSet.Of(Passage.AsSpan(0, 30));
        var whole = ShingleSet.Of(Passage + "另起炉灶的一大段完全不同的内容写在后面凑足篇幅而已");
        part.Containment(whole).ShouldBe(1);
        whole.Containment(part).ShouldBe(1);
        part.Count.ShouldBeLessThan(whole.Count);
    }

    [Fact]
    public void A_text_too_short_for_one_shingle_is_like_nothing()
    {
        ShingleSet.Of("一二三四").Count.ShouldBe(0);
        ShingleSet.Of("").Containment(ShingleSet.Of(Passage)).ShouldBe(0);
    }

    [Fact]
    public void Shingles_agree_with_a_set_of_strings()
    {
        var random = new Random(11);
        for (var round = 0; round < 200; round++)
        {
            var (left, right) = (RandomText(random, 60, 3), RandomText(random, 60, 3));
            var (a, b) = (Strings(left), Strings(right));
            var expected = (double)a.Intersect(b, StringComparer.Ordinal).Count() / Math.Min(a.Count, b.Count);
            ShingleSet.Of(left).Containment(ShingleSet.Of(right)).ShouldBe(expected, 1e-12);
        }

        static HashSet<string> Strings(string text) =>
            Enumerable.Range(0, text.Length - 4).Select(at => text.Substring(at, 5)).ToHashSet(StringComparer.Ordinal);
    }

    [Fact]
    public void A_copied_passage_is_found_with_its_place_in_both()
    {
        var left = $"本局认真学习。\n{Passage}\n此后另有安排。";
        var right = $"二、工作情况　{Passage.Replace("，", ",  ", StringComparison.Ordinal)}下面是别的话";
        var found = CopiedPassages.Find(NormalisedText.Of(left), NormalisedText.Of(right), 30).ShouldHaveSingleItem();
        left[found.LeftStart..found.LeftEnd].ShouldBe(Passage);
        right[found.RightStart..found.RightEnd].ShouldStartWith("坚持以公开为常态");
        found.Length.ShouldBe(Normalisation.Apply(Passage).Length);
    }

    [Fact]
    public void What_is_copied_twice_is_found_twice() =>
        CopiedPassages.Find(NormalisedText.Of(Passage), NormalisedText.Of($"甲{Passage}乙{Passage}"), 20).Count.ShouldBe(2);

    [Fact]
    public void Texts_that_share_too_little_share_nothing() =>
        CopiedPassages.Find(NormalisedText.Of(Passage[..29]), NormalisedText.Of(Passage), 30).ShouldBeEmpty();

    [Fact]
    public void Passages_agree_with_a_search_by_brute_force()
    {
        var random = new Random(5);
        for (var round = 0; round < 400; round++)
        {
            var (left, right) = (RandomText(random, 70, 4), RandomText(random, 70, 4));
            var atLeast = random.Next(2, 9);
            var found = CopiedPassages.Find(NormalisedText.Of(left), NormalisedText.Of(right), atLeast);
            var free = 0;
            foreach (var passage in found)
            {
                left[passage.LeftStart..passage.LeftEnd].ShouldBe(right[passage.RightStart..passage.RightEnd]);
                passage.Length.ShouldBeGreaterThanOrEqualTo(atLeast);
                CanGrow(left, right, passage, free).ShouldBeFalse();
                Shared(left, right[free..passage.RightStart], atLeast).ShouldBeFalse();
                free = passage.RightEnd;
            }

            Shared(left, right[free..], atLeast).ShouldBeFalse();
        }

        static bool Shared(string left, string right, int length) =>
            Enumerable.Range(0, Math.Max(0, right.Length - length + 1))
                .Any(at => left.Contains(right.Substring(at, length), StringComparison.Ordinal));

        static bool CanGrow(string left, string right, CopiedPassage p, int free) =>
            (p.LeftStart > 0 && p.RightStart > free && left[p.LeftStart - 1] == right[p.RightStart - 1])
            || (p.LeftEnd < left.Length && p.RightEnd < right.Length && left[p.LeftEnd] == right[p.RightEnd]);
    }

    [Fact]
    public void A_text_of_one_letter_takes_no_quadratic_time()
    {
        var left = NormalisedText.Of(new string('零', 200_000));
        var right = NormalisedText.Of(string.Concat(Enumerable.Repeat(new string('零', 70) + "异", 3_000)));
        CopiedPassages.Find(left, right, 60).Count.ShouldBe(3_000);
    }

    private static string RandomText(Random random, int length, int letters) =>
        string.Concat(Enumerable.Range(0, length).Select(_ => (char)('甲' + random.Next(letters))));
}

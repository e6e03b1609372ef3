using Gongkai.Data.Acts;
using Gongkai.Data.Search;
using Gongkai.Testing.Databases;
using Microsoft.EntityFrameworkCore;
using static Gongkai.Data.Tests.SettingActs;

namespace Gongkai.Data.Tests.Search;

/// <summary>两种引擎查到的一样：哪些、次序、几件。</summary>
public sealed class SearchEngineTests
{
    private const int Seed = 20261130;
    private static readonly string[] Signs = ["校", "园", "食", "品", "安", "全", "，", "。", " ", "\n", "5", "12", "wto", "〔", "\U00020000"];
    private static readonly Guid[] Units = [Bureau, new("0190b1c0-0000-7000-8000-000000000002")];

    [Theory, OnPostgres]
    public async Task Both_engines_find_the_same_in_the_same_order(Engine engine)
    {
        await using var first = await TestDatabase.Create(Engine.Sqlite);
        await using var second = await TestDatabase.Create(engine);
        var random = new Random(Seed);
        var entries = Enumerable.Range(0, 200).Select(number => Entry(random, number)).ToList();
        foreach (var test in new[] { first, second }) await test.Put(entries);

        for (var query = 0; query < 300; query++)
        {
            var request = Request(random);
            var (one, other) = (await first.Find(request), await second.Find(request));

            Told(other).ShouldBe(Told(one), $"查“{request.Text}”，{request}");
        }
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task The_newest_come_first_however_far_apart_they_were_received_and_however_few_are_wanted(Engine engine)
    {
        await using var test = await TestDatabase.Create(engine);
        long[] ordinals = [1, 2, 4_100, 4_101, 33_000, 290_000, 2_500_000, 2_500_001, 20_000_000, 20_004_096, 20_004_097];
        foreach (var ordinal in ordinals)
        {
            await test.NextOrdinal(ordinal);
            await test.Put([new SearchEntry(new Subject("item", $"{ordinal}"), "海洋公报", "说到海洋", new SearchFacets { Unit = Bureau })]);
        }

        await using var db = test.Database.CreateContext();
        foreach (var inTitle in new[] { true, false })
            for (var limit = 1; limit <= ordinals.Length + 1; limit++)
            {
                var conditions = SearchConditions.Of([new SearchTerm(["海洋"], IsPrefix: false)], [], inTitle);
                (await FullTextEngines.For(db).Find(conditions, limit, default)).Select(passage => passage / SearchPassages.PerDocument).ShouldBe(ordinals.Reverse().Take(limit));
            }
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task One_long_document_does_not_use_up_the_count(Engine engine)
    {
        await using var test = await TestDatabase.Create(engine);
        await test.Put([new SearchEntry(new Subject("item", "early"), "短文", "说到海洋", new SearchFacets { Unit = Bureau })]);
        var body = string.Concat(Enumerable.Repeat("海洋。" + new string('字', 3990), 1010));
        await test.Put([new SearchEntry(new Subject("item", "long"), "长文", body, new SearchFacets { Unit = Bureau })]);

        (await test.Find(new SearchRequest("海洋"))).Hits.Select(hit => hit.Subject.Id).ShouldBe(["long", "early"]);
    }

    private static IEnumerable<string> Told(SearchResults results) =>
        results.Hits.Select(hit => $"{hit.Subject.Id} {hit.Snippet.Text} {string.Join(',', hit.Snippet.Marks)}").Append($"{results.Count} {results.More}");

    private static SearchEntry Entry(Random random, int number) => new(
        new Subject(number % 7 == 0 ? "report" : "item", $"{number}"), Text(random, 8), number % 11 == 0 ? "" : Text(random, 60),
        new SearchFacets { Unit = Units[random.Next(2)], Year = 2024 + random.Next(2), Categories = random.Next(3) == 0 ? ["a", "b"] : ["a"] });

    private static SearchRequest Request(Random random) => new(Text(random, 5))
    {
        Unit = random.Next(3) == 0 ? Units[random.Next(2)] : null,
        Year = random.Next(3) == 0 ? 2024 : null,
        Category = random.Next(3) == 0 ? "b" : null,
        Kind = random.Next(4) == 0 ? "item" : null,
    };

    private static string Text(Random random, int longest) => string.Concat(Enumerable.Range(0, random.Next(1, longest + 1)).Select(_ => Signs[random.Next(Signs.Length)]));
}

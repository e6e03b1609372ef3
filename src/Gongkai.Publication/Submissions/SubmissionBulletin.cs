using System.Collections.Immutable;
using System.Globalization;
using Gongkai.Organisations.Registers;

namespace Gongkai.Publication.Submissions;

/// <summary>信息报送的月度通报：各单位（科室）报了几条、被谁采用几条、得几分、第几名。由“信息报送”台账算出。</summary>
/// <param name="Month">哪个月，当月的第一天。</param>
/// <param name="Points">计分表。</param>
/// <param name="Lines">各行，名次在前的在前；没有报的也在内。</param>
public sealed record SubmissionBulletin(DateOnly Month, SubmissionPoints Points, ImmutableArray<BulletinLine> Lines)
{
    /// <summary>台账的代码。</summary>
    public const string Form = "submissions";

    private const int MostTitles = 3;

    /// <summary>报送合计，条。</summary>
    public int HandedIn => Lines.Sum(line => line.HandedIn);

    /// <summary>采用合计，条次。</summary>
    public int Adopted => Lines.Sum(line => line.Adopted);

    /// <summary>算出一个月的。</summary>
    /// <param name="month">哪个月。</param>
    /// <param name="groups">各单位（科室）的名称和它的各笔；从前报、这个月才采用的也要在内。作废了的不算。</param>
    public static SubmissionBulletin Of(DateOnly month, SubmissionPoints points, IEnumerable<(string Name, IReadOnlyCollection<RegisterEntry> Entries)> groups)
    {
        var lines = groups.Select(group => Line(month, points, group.Name, [.. group.Entries.Where(entry => entry.Voided is null)]))
            .OrderByDescending(line => line.Score).ThenByDescending(line => line.Adopted).ThenByDescending(line => line.HandedIn).ToList();
        // 分数、采用、报送都相同的，名次并列。
        var ranked = ImmutableArray.CreateBuilder<BulletinLine>(lines.Count);
        foreach (var (line, at) in lines.Select((line, at) => (line, at)))
        {
            var tied = at > 0 && (ranked[at - 1].Score, ranked[at - 1].Adopted, ranked[at - 1].HandedIn) == (line.Score, line.Adopted, line.HandedIn);
            ranked.Add(line with { Rank = tied ? ranked[at - 1].Rank : at + 1 });
        }

        return new SubmissionBulletin(month, points, ranked.MoveToImmutable());
    }

    private static BulletinLine Line(DateOnly month, SubmissionPoints points, string name, ImmutableArray<RegisterEntry> entries)
    {
        // 同一条报给几处的，报送只算一条；采用各算各的。
        var handedIn = entries.Where(entry => IsIn(entry.On, month)).ToList();
        var adopted = entries.Where(entry => entry.Stored("adopted") == "是" && IsIn(AdoptedOn(entry), month)).ToList();
        var titles = handedIn.Select(entry => entry.Stored("title")).Distinct(StringComparer.Ordinal).Count();
        var (upper, own, media) = (adopted.Count(entry => entry.Stored("to") == "上级单位"), adopted.Count(entry => entry.Stored("to") == "本级政府"), adopted.Count(entry => entry.Stored("to") == "合作媒体"));
        var score = (titles * points.HandedIn) + adopted.Sum(entry => Score(entry, points));
        var named = adopted.Take(MostTitles).Select(entry => $"《{entry.Stored("title")}》{(entry.Stored("receiver") is { Length: > 0 } receiver ? $"（{receiver}）" : "")}").ToList();
        var remark = titles == 0 && adopted.Count == 0 ? "没有报送" : string.Join("、", named) + (adopted.Count > MostTitles ? string.Create(CultureInfo.InvariantCulture, $"等 {adopted.Count} 条") : "");
        return new BulletinLine(0, name, titles, upper, own, media, score, remark);
    }

    // 填了计分的以所填的为准。
    private static int Score(RegisterEntry entry, SubmissionPoints points) => entry.Stored("score") is { Length: > 0 } typed ? (int)RegisterText.NumberOf(typed)
        : entry.Stored("to") switch { "上级单位" => points.Upper, "本级政府" => points.Own, _ => points.Media };

    private static DateOnly AdoptedOn(RegisterEntry entry) => DateOnly.TryParseExact(entry.Stored("adoptedOn"), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var on) ? on : entry.On;

    private static bool IsIn(DateOnly on, DateOnly month) => (on.Year, on.Month) == (month.Year, month.Month);
}

/// <summary>通报的一行。</summary>
/// <param name="Rank">第几名，从 1 起；并列的相同。</param>
/// <param name="Name">单位或者科室。</param>
/// <param name="HandedIn">报了几条。</param>
/// <param name="Upper">上级单位采用几条次。</param>
/// <param name="Own">本级政府采用几条次。</param>
/// <param name="Media">合作媒体采用几条次。</param>
/// <param name="Score">得几分。</param>
/// <param name="Remark">备注：采用了哪些；没有报的写“没有报送”。</param>
public sealed record BulletinLine(int Rank, string Name, int HandedIn, int Upper, int Own, int Media, int Score, string Remark)
{
    /// <summary>采用合计，条次。</summary>
    public int Adopted => Upper + Own + Media;
}

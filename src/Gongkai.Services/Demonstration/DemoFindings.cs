using System.Collections.Immutable;
using Gongkai.Data;
using Gongkai.Law;
using Gongkai.Organisations.People;
using Gongkai.Publication.Catalogue;
using Gongkai.Publication.Drafting;
using Gongkai.Publication.Review;
using Gongkai.Services.Publication;

namespace Gongkai.Services.Demonstration;

/// <summary>演示扫描器守着发布：一条附着毒文件，停在保密审查等处置；一条已经申请豁免，等另一个人决定。</summary>
internal sealed class DemoFindings(Database database, PublicationServices publication, ImmutableDictionary<string, DemoTeam> teams, DateTimeOffset now, CancellationToken cancel)
{
    /// <summary>附着毒文件的一条的名称。</summary>
    public const string Poisoned = "关于公告送达行政处罚决定书的通知（演示）";

    /// <summary>等决定豁免的一条的名称。</summary>
    public const string Asked = "关于公告送达责令改正通知书的通知（演示）";

    // 此刻以前这么多天开始办：过了节假日也来得及办到保密审查。
    private const int DaysBefore = 13;

    private const double Between = 90;

    private readonly List<DemoAct> _acts = [];

    /// <summary>排好的各件事。</summary>
    public IReadOnlyList<DemoAct> Plan()
    {
        var unit = DemoUnit.All.First(unit => unit.Plan == ReviewPlan.ThreeReviews && unit.Key != DemoUnit.All[0].Key);
        var visible = $"当事人王某（身份证号{DemoPoison.ResidentId}）：本机关依法作出的行政处罚决定书，因其他方式无法送达，现公告送达。";
        Add(unit, Poisoned, "<p>有关决定书见附件，自公告之日起三十日视为送达。</p>", DemoPoison.Write("行政处罚决定书送达公告", visible), asks: false);
        Add(unit, Asked, $"<p>{visible}自公告之日起三十日视为送达。</p>", null, asks: true);
        return [.. _acts.Where(act => act.At < now)];
    }

    private void Add(DemoUnit unit, string title, string html, byte[]? file, bool asks)
    {
        var (team, item, version) = (teams[unit.Key], new ItemId(), 0L);
        var at = WorkTime.After(now.AddDays(-DaysBefore), _acts.Count);
        var day = LegalTime.DateOf(at);
        Next(async () =>
        {
            var created = await publication.Drafts.Create(team.Handler(0), team.Unit, await Input(unit, team, title, html, file, day), null, cancel);
            if (created.Succeeded) (item, version) = (created.Value, 1);
            return created.Refusal;
        });
        Next(() => Do(team.Handler(0), ReviewAction.Submit));
        for (var step = ReviewStep.FirstReview; step != ReviewStep.SecrecyReview; step++)
        {
            var by = team.HolderOf(step);
            Next(() => Do(by, ReviewAction.Pass));
        }

        if (asks) Next(Ask);

        void Next(Func<Task<Refusal?>> act)
        {
            _acts.Add(new DemoAct(at, $"“{title}”", act));
            at = WorkTime.After(at, Between);
        }

        async Task<Refusal?> Do(PersonId by, ReviewAction action)
        {
            var done = await publication.Reviews.Do(by, new ReviewRequest(item, version, action) { Confirmed = [.. Enum.GetValues<ReviewQuality>()] }, null, cancel);
            if (done.Succeeded) version = done.Value;
            return done.Refusal;
        }

        async Task<Refusal?> Ask()
        {
            var stored = await Stored(item);
            await using var db = database.CreateContext();
            var open = (await publication.Screenings.Of(db, stored, cancel)).Findings.First(answered => answered.Blocks);
            return (await publication.Exemptions.Ask(team.Handler(0), item, open.Finding.Print, "公告送达依法要写明当事人，依据《行政处罚法》第六十一条（演示）。", null, cancel)).Refusal;
        }
    }

    private async Task<Item> Stored(ItemId item)
    {
        await using var db = database.CreateContext();
        return (await Data.Queries.Publication.ItemQueries.Find(db, item, cancel))!;
    }

    private async Task<DraftInput> Input(DemoUnit unit, DemoTeam team, string title, string html, byte[]? file, DateOnly created)
    {
        var metadata = new ItemMetadata
        {
            Title = title, Description = "公告送达有关文书。", CreatedOn = created, Publisher = team.Unit, Genre = Genre.Circular, WithoutNumber = "公告送达，不编文号",
            Subject = unit.Subject, DisclosureCategory = DisclosureCategory.All[0].Code, Keywords = ["公告送达"],
        };
        var input = new DraftInput(metadata, DisclosureChoice.Active, new Responsibility { Source = SourceKind.Made, Body = new ResponsibleBody(team.Unit, unit.Facts.Name) }, html);
        if (file is null) return input;
        using var content = new MemoryStream(file, writable: false);
        var accepted = await database.Attachments.Accept(content, "行政处罚决定书送达公告.docx", cancel);
        return accepted.Succeeded ? input with { Added = [accepted.Value] } : throw new InvalidOperationException(accepted.Refusal!.Reason);
    }
}

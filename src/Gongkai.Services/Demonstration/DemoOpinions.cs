using Gongkai.Data.Mapping.Publication;
using Gongkai.Law;
using Gongkai.Publication.Catalogue;
using Gongkai.Publication.Channels;
using Gongkai.Publication.Drafting;
using Gongkai.Publication.Opinions;
using Gongkai.Publication.Review;
using Gongkai.Services.Acting;
using Gongkai.Services.Organisations;
using Gongkai.Services.Publication;
using Gongkai.Services.Publication.Opinions;

namespace Gongkai.Services.Demonstration;

/// <summary>演示的意见征集，市交通运输局的三次：一次征集中，一次已经截止、等着归并，一次有结果、有正式文本。</summary>
internal sealed class DemoOpinions(PublicationServices publication, OrganisationServices organisations, DemoTeam team, DateTimeOffset now, CancellationToken cancel)
{
    /// <summary>哪个单位的。</summary>
    public const string Unit = "jiaotong";

    // 一步审查之后隔多少分钟办下一步。
    private const double Pause = 45;

    private static readonly string[] Comments =
    [
        "第三条的“重点区域”请列明是哪几条路。", "夜间十点以后建议免费。", "希望写明残疾人车位的数量。", "收费标准建议听证。", "建议增加新能源车位。", "第八条处罚的幅度偏大。",
    ];

    private readonly DemoUnit _unit = DemoUnit.All.Single(unit => unit.Key == Unit);
    private readonly List<DemoAct> _acts = [];

    /// <summary>排好的各件事。</summary>
    public IReadOnlyList<DemoAct> Plan()
    {
        Add("云泽市城区道路停车管理办法", DraftKind.NormativeDocument, daysAgo: 120, comments: 6, Ends.Adopted);
        Add("云泽市公共自行车管理办法", DraftKind.NormativeDocument, daysAgo: 50, comments: 5, Ends.Closed);
        Add("云泽市公交线网优化方案", DraftKind.MajorDecision, daysAgo: 12, comments: 3, Ends.Open);
        return [.. _acts.Where(act => act.At < now)];
    }

    private void Add(string title, DraftKind kind, int daysAgo, int comments, Ends ends)
    {
        var round = new Going { Title = title };
        var start = WorkTime.On(WorkTime.Workday(LegalTime.DateOf(now).AddDays(-daysAgo)), 20);
        var first = LegalTime.DateOf(start).AddDays(3);
        Add(start, title, async () =>
        {
            var facts = new OpinionFacts
            {
                Title = $"{title}（征求意见稿）", Kind = kind, Basis = "有关法律、法规和规范性文件管理的规定（演示）", FirstDay = first, LastDay = first.AddDays(29), Email = $"{Unit}@yunze.example", Address = _unit.Facts.Contact!.Address, Phone = _unit.Facts.Contact.Phone,
            };
            var created = await publication.Opinions.Create(team.Handler(0), team.Unit, facts, "为了方便群众出行，规范管理，起草了这份稿子（演示）。\n主要写明了适用范围、各方职责、服务标准。", null, cancel);
            if (created.Succeeded) (round.Id, round.Item) = (created.Value, (await Line(created.Value)).Round.Item);
            return created.Refusal;
        });
        var opened = Release(start, round);
        for (var number = 0; number < comments; number++)
        {
            var (comment, key) = (new OpinionComment(Comments[(number + title.Length) % Comments.Length], number % 2 == 0 ? "某甲" : null, null), $"demo-{title}-{number}");
            var at = WorkTime.On(WorkTime.Workday(first.AddDays(1 + number)), 30 + number);
            Add(at > opened ? at : opened.AddMinutes(number + 1), title, async () => (await publication.OpinionIntake.Submit(ShortItemId.Of(round.Id.Value), comment, key, cancel)).Refusal);
        }

        if (ends == Ends.Adopted) AddResult(round, WorkTime.On(WorkTime.Workday(first.AddDays(33)), 60));
    }

    // 归并成两组，拟定结果，发布；再发布正式文本，关联。
    private void AddResult(Going round, DateTimeOffset at)
    {
        Add(at, round.Title, async () =>
        {
            var read = await publication.OpinionBoard.Comments(team.Handler(0), round.Id, OpinionShelf.All, 1, cancel);
            if (read.Refusal is { } unread) return unread;
            var half = read.Value.Entries.Length / 2;
            return await Group(round, "写明适用的路段和车位", read.Value.Entries[..half], OpinionOutcome.Adopted, null)
                ?? await Group(round, "收费和处罚的标准", read.Value.Entries[half..], OpinionOutcome.NotAdopted, "标准由上位法和价格主管部门规定，本办法不另定（演示）。");
        });
        Add(at.AddMinutes(20), round.Title, async () =>
        {
            var drafted = await publication.Opinions.DraftResult(team.Handler(0), round.Id, 1, null, cancel);
            if (drafted.Succeeded) (round.Item, round.Version) = ((await Line(round.Id)).Round.Result!.Item, 1);
            return drafted.Refusal;
        });
        var shown = Release(at.AddMinutes(20), round);
        var text = new Going { Title = round.Title };
        var begin = WorkTime.After(shown, 600);
        Add(begin, round.Title, async () =>
        {
            var created = await publication.Drafts.Create(team.Handler(0), team.Unit, Adopted(round.Title, LegalTime.DateOf(begin)), null, cancel);
            if (created.Succeeded) text.Item = created.Value;
            return created.Refusal;
        });
        var published = Release(begin, text);
        Add(published.AddMinutes(10), round.Title, async () => (await publication.Opinions.Adopt(team.Head, round.Id, 2, text.Item, null, cancel)).Refusal);
    }

    private async Task<Refusal?> Group(Going round, string summary, IEnumerable<OpinionEntry> entries, OpinionOutcome outcome, string? reason)
    {
        var group = await publication.OpinionGroups.Add(team.Handler(0), round.Id, summary, [.. entries.Select(entry => new PickedComment(entry.Id, null))], null, cancel);
        return group.Refusal ?? (await publication.OpinionGroups.Answer(team.Handler(0), group.Value, 1, summary, outcome, reason, null, cancel)).Refusal;
    }

    // 补上主题，逐步审查，发布；答复发布的时刻。
    private DateTimeOffset Release(DateTimeOffset begin, Going round)
    {
        var at = begin.AddMinutes(5);
        Add(at, round.Title, () => Complete(round));
        foreach (var step in DemoPath.Ordinary(_unit.Plan).Where(step => !step.IsDrafting))
        {
            at = WorkTime.After(at, Pause);
            Add(at, round.Title, () => Review(round, step));
        }

        return at;
    }

    private async Task<Refusal?> Complete(Going round)
    {
        var saved = await publication.Drafts.Save(team.Handler(0), round.Item, 1, await Completed(round.Item), null, cancel);
        if (saved.Succeeded) round.Version = saved.Value;
        return saved.Refusal;
    }

    private async Task<DraftInput> Completed(ItemId item)
    {
        var dossier = await publication.Desk.Open(await Somebody(), item, cancel);
        var draft = dossier.Value.Item.Latest.Draft;
        return new DraftInput(draft.Metadata with { Subject = _unit.Subject }, draft.Choice, draft.Responsibility, draft.Content.Html);
    }

    private async Task<Refusal?> Review(Going round, DemoStep step)
    {
        var action = step.Action!.Value;
        var request = new ReviewRequest(round.Item, round.Version, action)
        {
            Confirmed = action == ReviewAction.Pass ? [.. Enum.GetValues<ReviewQuality>()] : [], Channels = action == ReviewAction.Publish ? [Channel.Website] : [],
        };
        var by = action switch { ReviewAction.Submit => team.Handler(0), ReviewAction.Publish => team.Head, _ => team.HolderOf(step.From!.Value) };
        var done = await publication.Reviews.Do(by, request, null, cancel);
        if (done.Succeeded) round.Version = done.Value;
        return done.Refusal;
    }

    private DraftInput Adopted(string title, DateOnly on) => new(
        new ItemMetadata
        {
            Title = title, Description = $"印发{title}。", CreatedOn = on, Publisher = team.Unit, Genre = Genre.Other, Subject = _unit.Subject, DisclosureCategory = "2001", Keywords = [title],
        },
        DisclosureChoice.Active, new Responsibility { Source = SourceKind.Made, Body = new ResponsibleBody(team.Unit, _unit.Facts.Name) },
        "<p>第一条　为了方便群众出行，规范管理，制定本办法（演示）。</p><p>第二条　本办法自公布之日起施行。</p>");

    private async Task<CurrentPerson> Somebody() => (await organisations.Current.Find(team.Handler(0), cancel))!;

    private async Task<OpinionLine> Line(OpinionRoundId round) => (await publication.OpinionBoard.Open(await Somebody(), round, cancel)).Value.Line;

    private void Add(DateTimeOffset at, string what, Func<Task<Refusal?>> act) => _acts.Add(new DemoAct(at, $"意见征集：{what}", act));

    private enum Ends
    {
        Open,
        Closed,
        Adopted,
    }

    /// <summary>办着的一次：登记、拟了以后才有标识。</summary>
    private sealed class Going
    {
        public required string Title { get; init; }

        public OpinionRoundId Id { get; set; }

        public ItemId Item { get; set; }

        public long Version { get; set; }
    }
}

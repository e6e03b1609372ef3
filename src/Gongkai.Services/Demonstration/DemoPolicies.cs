using Gongkai.Law;
using Gongkai.Organisations.Access;
using Gongkai.Organisations.Units;
using Gongkai.Publication.Catalogue;
using Gongkai.Publication.Channels;
using Gongkai.Publication.Drafting;
using Gongkai.Publication.Normative;
using Gongkai.Publication.Review;
using Gongkai.Services.Publication;

namespace Gongkai.Services.Demonstration;

/// <summary>
/// 演示的规章和规范性文件：从前的只登记；新的先发布全文、再登记、下一个工作日发布解读并两边关联，以后修改、废止、延长。市政府另有规章。
/// </summary>
internal sealed class DemoPolicies(PublicationServices publication, DemoUnit unit, DemoTeam team, int number, DateTimeOffset start, CancellationToken cancel)
{
    // 一步审查之后隔多少分钟办下一步。
    private const double Pause = 45;

    private readonly List<DemoAct> _acts = [];

    private string Name => unit.Facts.Name;

    /// <summary>排好的各件事。</summary>
    public IEnumerable<DemoAct> Plan()
    {
        AddNormative();
        if (unit.Facts.Kind == UnitKind.Government && unit.Facts.Level == UnitLevel.City) AddRegulations();
        return _acts;
    }

    private void AddNormative()
    {
        var (old, kept) = (new Registered(), new Registered());
        var (measures, rules) = ($"{unit.Place}{unit.Topics[0]}管理办法", $"{unit.Place}{unit.Topics[1]}管理实施细则");
        AddOld(start.AddMinutes(180 + number), old, NormativeKind.NormativeDocument, Facts(measures, new DateOnly(2020, 3, 2).AddDays(number), 1) with { ExpiresOn = new DateOnly(2027, 3, 31) });
        AddOld(start.AddMinutes(180 + number).AddSeconds(30), kept, NormativeKind.NormativeDocument, Facts(rules, new DateOnly(2021, 6, 1).AddDays(number), 2) with { ExpiresOn = new DateOnly(2026, 12, 31), WithoutInterpretation = "内容简单，随文说明。" });
        var renewed = AddNew(Workday(12), NormativeKind.NormativeDocument, issued => Facts($"{measures}（修订）", issued, 3) with { ExpiresOn = issued.AddYears(5), Supersedes = [old.Id] });
        AddChange(Workday(20), kept, CleanupResult.Amend, renewed);
        AddChange(Workday(28), kept, number % 3 == 0 ? CleanupResult.DeclareExpired : CleanupResult.Extend, renewed);
    }

    // 市政府的规章：一件修改过，一件由新的废止。
    private void AddRegulations()
    {
        var (parking, markets) = (new Registered(), new Registered());
        AddOld(start.AddMinutes(170), parking, NormativeKind.Regulation, Regulation("云泽市停车场管理办法", new DateOnly(2020, 5, 6), 7));
        AddOld(start.AddMinutes(171), markets, NormativeKind.Regulation, Regulation("云泽市集贸市场管理办法", new DateOnly(2021, 9, 1), 9));
        var renewal = AddNew(Workday(16), NormativeKind.Regulation, issued => Regulation("云泽市城市更新管理办法", issued, 12));
        AddChange(Workday(18), parking, CleanupResult.Amend, renewal);
        AddNew(Workday(24), NormativeKind.Regulation, issued => Regulation("云泽市农产品市场管理办法", issued, 14) with { Supersedes = [markets.Id] });
    }

    private void AddOld(DateTimeOffset at, Registered document, NormativeKind kind, NormativeFacts facts) => Add(at, $"{Name}登记{facts.Title}", () => Register(document, kind, facts));

    // 发布全文，登记，下一个工作日发布解读，关联。
    private Registered AddNew(DateTimeOffset begin, NormativeKind kind, Func<DateOnly, NormativeFacts> facts)
    {
        var (document, text, reading) = (new Registered(), new Written(), new Written());
        var issued = LegalTime.DateOf(begin);
        var published = AddItem(begin, text, () => Text(facts(issued)));
        var registered = published.AddMinutes(10);
        Add(registered, $"{Name}登记新的文件", () => Register(document, kind, facts(issued) with { Item = text.Item, PublishedOn = LegalTime.DateOf(published) }));
        var read = AddItem(WorkTime.After(registered, 20), reading, () => Reading(facts(issued), LegalTime.DateOf(registered)));
        Add(read.AddMinutes(5), $"{Name}关联解读", async () => (await publication.Interpretations.Link(Reviewer, document.Id, reading.Item, (InterpretationKind)(number % 4), cancel)).Refusal);
        return document;
    }

    private void AddChange(DateTimeOffset at, Registered document, CleanupResult what, Registered by) => Add(at, $"{Name}{what}", async () =>
    {
        var basis = new NormativeBasis(by.Id, by.Title);
        var changed = await publication.Normative.Change(Reviewer, document.Id, document.Version, what, LegalTime.DateOf(at), basis, what == CleanupResult.Extend ? new DateOnly(2029, 12, 31) : null, null, cancel);
        if (changed.Succeeded) document.Version = changed.Value;
        return changed.Refusal;
    });

    private async Task<Refusal?> Register(Registered document, NormativeKind kind, NormativeFacts facts)
    {
        var registered = await publication.Normative.Register(Reviewer, team.Unit, kind, facts, null, cancel);
        if (registered.Succeeded) (document.Id, document.Title) = (registered.Value, facts.Title);
        return registered.Refusal;
    }

    // 从拟稿到发布，一步步排；答复发布的时刻。
    private DateTimeOffset AddItem(DateTimeOffset begin, Written written, Func<DraftInput> input)
    {
        var at = begin;
        foreach (var step in DemoPath.Ordinary(unit.Plan))
        {
            if (!step.IsDrafting) at = WorkTime.After(at, Pause);
            var when = at;
            Add(when, $"{Name}的政策与解读", step.IsDrafting ? () => Draft(written, input()) : () => Do(written, step));
        }

        return at;
    }

    private async Task<Refusal?> Draft(Written written, DraftInput input)
    {
        var created = await publication.Drafts.Create(team.Handler(0), team.Unit, input, null, cancel);
        if (created.Succeeded) (written.Item, written.Version) = (created.Value, 1);
        return created.Refusal;
    }

    private async Task<Refusal?> Do(Written written, DemoStep step)
    {
        var action = step.Action!.Value;
        var request = new ReviewRequest(written.Item, written.Version, action)
        {
            Confirmed = action == ReviewAction.Pass ? [.. Enum.GetValues<ReviewQuality>()] : [], Channels = action == ReviewAction.Publish ? [Channel.Website, Channel.Gazette] : [],
        };
        var by = action switch { ReviewAction.Submit => team.Handler(0), ReviewAction.Publish => team.Head, _ => team.HolderOf(step.From!.Value) };
        var done = await publication.Reviews.Do(by, request, null, cancel);
        if (done.Succeeded) written.Version = done.Value;
        return done.Refusal;
    }

    private DraftInput Text(NormativeFacts facts) => Draft(
        facts.Title, $"公布{facts.Title}，自{facts.EffectiveOn:yyyy年M月d日}起施行。", facts.IssuedOn, facts.Caption is null ? Genre.Circular : Genre.Order, facts.DocumentNumber,
        $"<p>第一条　为规范有关工作，根据有关法律、法规，结合本地实际，制定本办法（演示）。</p><p>第二条　本办法适用于本行政区域内的有关活动。</p>"
        + $"<p>第三条　有关部门按照各自职责做好管理和服务，依法公开办理的依据、程序、时限和结果。</p><p>第四条　本办法自{facts.EffectiveOn:yyyy年M月d日}起施行。</p>");

    private DraftInput Reading(NormativeFacts facts, DateOnly on) => Draft(
        $"{facts.Title}解读", $"说明为什么制定{facts.Title}，主要规定了什么。", on, Genre.Other, null,
        $"<h2>一、为什么制定</h2><p>原来的规定施行以来情况有了变化，需要修改完善（演示）。</p><h2>二、主要内容</h2><ul><li>明确适用的范围和各部门的职责；</li><li>写明办理的程序和时限；</li><li>规定公开和监督的办法。</li></ul><h2>三、何时施行</h2><p>自{facts.EffectiveOn:yyyy年M月d日}起施行。</p>");

    private DraftInput Draft(string title, string summary, DateOnly createdOn, Genre genre, DocumentNumber? documentNumber, string html) => new(
        new ItemMetadata
        {
            Title = title, Description = summary, CreatedOn = createdOn, Publisher = team.Unit, Genre = genre, DocumentNumber = documentNumber,
            WithoutNumber = documentNumber is null ? "随文件一起公开，不另编文号。" : null, Subject = unit.Subject, DisclosureCategory = "2001", Keywords = [unit.Topics[0]],
        },
        DisclosureChoice.Active, new Responsibility { Source = SourceKind.Made, Body = new ResponsibleBody(team.Unit, Name) }, html);

    private NormativeFacts Facts(string title, DateOnly issued, int order) => new()
    {
        Title = title, DocumentNumber = new DocumentNumber(unit.NumberCode + "规", issued.Year, order),
        IssuedOn = issued, PublishedOn = issued, EffectiveOn = issued.AddDays(30), LegalReview = $"合审（演示）{issued.Year}-{order}", LegalReviewedOn = issued.AddDays(-7), Subject = unit.Subject,
    };

    private NormativeFacts Regulation(string title, DateOnly issued, int order) => Facts(title, issued, order) with
    {
        DocumentNumber = null, Caption = $"{issued:yyyy年M月d日}云泽市人民政府令第{order}号公布，自{issued.AddDays(30):yyyy年M月d日}起施行",
    };

    private Gongkai.Organisations.People.PersonId Reviewer => team.People[Role.LegalReviewer].First();

    private DateTimeOffset Workday(int months)
    {
        var day = WorkTime.Workday(LegalTime.DateOf(start).AddMonths(months).AddDays(number + unit.Key.Length));
        return WorkTime.On(day, 30 + (number * 11));
    }

    private void Add(DateTimeOffset at, string what, Func<Task<Refusal?>> act) => _acts.Add(new DemoAct(at, what, act));

    /// <summary>登记好的一件，登记以后才有标识。</summary>
    private sealed class Registered
    {
        public NormativeId Id { get; set; }

        public string Title { get; set; } = "";

        public long Version { get; set; } = 1;
    }

    /// <summary>写着的一条，拟了以后才有标识。</summary>
    private sealed class Written
    {
        public ItemId Item { get; set; }

        public long Version { get; set; }
    }
}

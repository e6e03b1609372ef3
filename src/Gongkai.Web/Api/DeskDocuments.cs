using System.Collections.Immutable;
using Gongkai.Publication.Catalogue;
using Gongkai.Publication.Channels;
using Gongkai.Publication.Drafting;
using Gongkai.Publication.Review;
using Gongkai.Services.Publication;
using Gongkai.Web.Console.Drafting;

namespace Gongkai.Web.Api;

/// <summary>接口给工作人员的程序的一条，没有公开的也在内。</summary>
/// <param name="Step">办到哪一步的代码。</param>
/// <param name="DueOn">首次公开的期限（含）；没有的为空。</param>
/// <param name="DaysLeft">到期限还剩几个工作日，逾期为负；没有期限的为空。</param>
/// <param name="PublicId">公众看得见的，在门户与公开接口里的短号；看不见的为空。</param>
internal sealed record DeskItemSummary(
    Guid Id, string Title, string? IndexNumber, string Mode, string Step, string StepName, DateTimeOffset Since, DateOnly? DueOn, int? DaysLeft, string? PublicId, string Url)
{
    public static DeskItemSummary Of(DeskEntry entry) => new(
        entry.Id.Value, entry.Title, entry.IndexNumber, ApiAnswers.Name(entry.Mode), ApiAnswers.Name(entry.Step), entry.Step.Caption(), entry.Since, entry.DueOn, entry.DaysLeft,
        entry.IsVisible ? entry.ShortId : null, DraftAddress.Dossier(entry.Id));
}

/// <summary>一个单位的信息的一页。</summary>
/// <param name="ByStep">各步几条，不论选了哪一步。</param>
internal sealed record DeskListDocument(string Unit, int Count, int Page, int Pages, IReadOnlyDictionary<string, int> ByStep, IReadOnlyList<DeskItemSummary> Items)
{
    public static DeskListDocument Of(string unit, DeskPage page) => new(
        unit, page.Count, page.Page, page.Pages, page.ByStep.ToDictionary(one => ApiAnswers.Name(one.Key), one => one.Value), [.. page.Entries.Select(DeskItemSummary.Of)]);
}

/// <summary>一条的全部，最新的一版。</summary>
/// <param name="Problems">送审以前还要改什么。</param>
internal sealed record DeskItemDocument(
    Guid Id, long Version, string Step, string StepName, string? IndexNumber, string Mode, string Title, string Description, DateOnly? CreatedOn, string? DocumentNumber, string? Genre, string? Subject,
    string? Category, string? Column, Guid? Matter, IReadOnlyList<string> Aspects, ImmutableArray<string> Keywords, string Html, IReadOnlyList<string> Attachments, IReadOnlyList<ProblemDocument> Problems, string Url)
{
    public static DeskItemDocument Of(ItemDossier dossier)
    {
        var (item, draft) = (dossier.Item, dossier.Item.Latest.Draft);
        var metadata = draft.Metadata;
        return new DeskItemDocument(
            item.Id.Value, item.Version, ApiAnswers.Name(item.State.Step), item.State.Step.Caption(), item.Index?.Value, ApiAnswers.Name(draft.Choice.Mode), metadata.Title, metadata.Description, metadata.CreatedOn,
            metadata.DocumentNumber?.ToString(), metadata.Genre is { } genre ? ApiAnswers.Name(genre) : null, metadata.Subject, metadata.DisclosureCategory, draft.Column, draft.Matter?.Value,
            [.. draft.Aspects.Each().Select(Openness.Code)], metadata.Keywords, draft.Content.Html,
            [.. draft.Content.Attachments.Select(file => file.FileName)], ProblemDocument.Of(dossier), DraftAddress.Dossier(item.Id));
    }
}

/// <summary>一处要改的：哪一项，一句话。</summary>
internal sealed record ProblemDocument(string Field, string Message)
{
    public static IReadOnlyList<ProblemDocument> Of(ItemDossier dossier) => [.. dossier.Faults.Where(fault => fault.Blocks).Select(fault => new ProblemDocument(fault.Field.Caption(), fault.Reason))];
}

/// <summary>拟好的一条。同一把钥匙重交，得到的是同一条。</summary>
/// <param name="Notes">替拟稿的人改了什么、正文里去掉了什么。</param>
internal sealed record DraftCreatedDocument(Guid Id, string Url, IReadOnlyList<string> Notes, IReadOnlyList<ProblemDocument> Problems);

/// <summary>发布台账。</summary>
internal sealed record LedgerDocument(string Unit, DateOnly From, DateOnly To, LedgerTotalsDocument Totals, IReadOnlyList<LedgerLineDocument> Rows)
{
    public static LedgerDocument Of(PeriodLedger ledger) => new(ledger.UnitName, ledger.First, ledger.Last, LedgerTotalsDocument.Of(ledger.Summary), [.. ledger.Rows.Select(LedgerLineDocument.Of)]);
}

/// <summary>台账的合计：条数、分渠道的条次、转载、逾期、更正、撤回。</summary>
internal sealed record LedgerTotalsDocument(int Items, int Releases, IReadOnlyDictionary<string, int> ByChannel, int Reprints, int Late, int Corrections, int Withdrawals)
{
    public static LedgerTotalsDocument Of(LedgerSummary summary) => new(
        summary.Items, summary.Releases, summary.ByChannel.ToDictionary(one => ApiAnswers.Name(one.Channel), one => one.Count), summary.Reprints, summary.Late, summary.Corrections, summary.Withdrawals);
}

/// <summary>台账的一行。</summary>
/// <param name="Kind">first 首次公开、correction 更正、withdrawal 撤回。</param>
/// <param name="IsLate">首次公开逾期了。</param>
internal sealed record LedgerLineDocument(
    Guid Item, string Kind, DateOnly On, string? IndexNumber, string Title, string? DocumentNumber, DateOnly? CreatedOn, string? Category, IReadOnlyList<string> Channels, bool IsReprint, bool IsLate, string? Note)
{
    public static LedgerLineDocument Of(LedgerRow row) => new(
        row.Item.Value, ApiAnswers.Name(row.Kind), row.On, row.Index?.Value, row.Title, row.DocumentNumber?.ToString(), row.CreatedOn, row.Category?.Code,
        row.Channels.IsDefault ? [] : [.. row.Channels.Select(ApiAnswers.Name)], row.IsReprint, row.Standing == DeadlineStanding.MetLate, row.Text);
}

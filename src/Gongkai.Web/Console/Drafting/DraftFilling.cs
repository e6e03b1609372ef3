using System.Globalization;
using Gongkai.Publication.Drafting;
using Gongkai.Services.Publication;

namespace Gongkai.Web.Console.Drafting;

/// <summary>把存着的稿填回表单。</summary>
internal static class DraftFilling
{
    /// <summary>协商确认记录在表单里至少留几行空的。</summary>
    private const int BlankLines = 2;

    private static readonly string[] BlockEnds = ["</p>", "</h2>", "</h3>", "</h4>", "</ul>", "</ol>", "</li>", "</table>", "</tr>", "</blockquote>", "<ul>", "<ol>", "<table>", "<tbody>", "<thead>"];

    public static DraftForm Of(ItemDossier dossier)
    {
        var (draft, item) = (dossier.Item.Latest.Draft, dossier.Item);
        var form = new DraftForm { Version = item.Version, Unit = item.Unit.ToString(), Html = Readable(draft.Content.Html), Column = draft.Column, Matter = draft.Matter?.ToString(), Aspects = AspectBoxes.Of(draft.Aspects), Deadline = draft.Deadline.ToString() };
        Fill(form, draft);
        Fill(form, draft.Choice);
        Fill(form, draft.Responsibility);
        var pictures = BodyPictures.In(draft.Content.Html).Select(picture => picture.Id).ToHashSet();
        form.Files = [.. draft.Content.Attachments.Select((file, at) => FileLine.Of(file, at + 1))];
        foreach (var line in form.Files.Where(line => line.File is { } id && pictures.Contains(id))) line.Inline = "true";
        return form;
    }

    /// <summary>留出空行，没有脚本也能再填一条。</summary>
    public static void AddBlankLines(DraftForm form)
    {
        while (form.Coordination.Count(line => line.With is null) < BlankLines) form.Coordination.Add(new CoordinationLine());
    }

    /// <summary>没有编辑器时也读得下去：块与块之间换行。清洗时不算内容。</summary>
    public static string Readable(string html) => BlockEnds.Aggregate(html, (text, end) => text.Replace(end, end + "\n", StringComparison.Ordinal)).TrimEnd();

    private static void Fill(DraftForm form, ItemDraft draft)
    {
        var metadata = draft.Metadata;
        (form.Title, form.Description, form.CreatedOn) = (metadata.Title, metadata.Description, Date(metadata.CreatedOn));
        (form.DocumentNumber, form.WithoutNumber) = (metadata.DocumentNumber?.ToString(), metadata.WithoutNumber);
        (form.Genre, form.Subject, form.Category) = (metadata.Genre?.ToString(), metadata.Subject, metadata.DisclosureCategory);
        (form.Keywords, form.Audience) = (string.Join('、', metadata.Keywords), metadata.Audience);
    }

    private static void Fill(DraftForm form, DisclosureChoice choice)
    {
        (form.Mode, form.Reason, form.Ground) = (choice.Mode.ToString(), choice.Reason, choice.Ground?.ToString());
        (form.BasisRank, form.BasisTitle, form.BasisArticle) = (choice.LegalBasis?.Rank.ToString(), choice.LegalBasis?.Title, choice.LegalBasis?.Article);
        form.OtherDuty = choice.OtherwiseMustBeOpen switch { true => "yes", false => "no", null => null };
        (form.ThirdParty, form.PublicInterest) = (choice.ThirdParty.ToString(), choice.PublicInterest);
    }

    private static void Fill(DraftForm form, Responsibility duty)
    {
        (form.Source, form.OtherBodies) = (duty.Source.ToString(), string.Join('\n', duty.OtherBodies));
        form.ResponsibleBody = duty.Source is SourceKind.FromOtherBody or SourceKind.Joint ? duty.Body.Name : null;
        form.Coordination = [.. duty.Coordination.Select(record => new CoordinationLine { With = record.With, On = Date(record.On), Agreed = record.Agreed ? "yes" : "no", Document = record.Document })];
        (form.NeedsApproval, form.ApprovalBy, form.ApprovalOn, form.ApprovalDocument) = (duty.NeedsApproval, duty.Approval?.By, Date(duty.Approval?.On), duty.Approval?.Document);
    }

    private static string? Date(DateOnly? date) => date?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}

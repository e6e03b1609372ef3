using System.Collections.Immutable;
using System.Globalization;
using Gongkai.Organisations.Units;
using Gongkai.Publication.Catalogue;
using Gongkai.Publication.Columns;
using Gongkai.Publication.Matters;

namespace Gongkai.Publication.Drafting;

/// <summary>把所拟内容的各项写成文字，供两版对照；正文与附件另说。</summary>
internal static class DraftText
{
    private const string Nothing = "";

    /// <summary>各项的名称与内容，按填写的次序；没有填的是空串。</summary>
    /// <param name="nameOf">单位的名称。</param>
    /// <param name="columns">本单位的栏目。</param>
    /// <param name="matterOf">事项的名称。</param>
    public static ImmutableArray<(string Caption, string Text)> Of(ItemDraft draft, Func<UnitId, string?> nameOf, ColumnTree columns, Func<MatterId, string?> matterOf) =>
        [.. Metadata(draft, nameOf, columns), .. Sorting(draft, matterOf), .. Choice(draft.Choice), .. Duty(draft.Responsibility)];

    private static IEnumerable<(string Caption, string Text)> Metadata(ItemDraft draft, Func<UnitId, string?> nameOf, ColumnTree columns)
    {
        var metadata = draft.Metadata;
        yield return (ItemField.Title.Caption(), metadata.Title);
        yield return (ItemField.Description.Caption(), metadata.Description);
        yield return (ItemField.CreatedOn.Caption(), Date(metadata.CreatedOn));
        yield return (ItemField.Publisher.Caption(), nameOf(metadata.Publisher) ?? Nothing);
        yield return (ItemField.DocumentNumber.Caption(), metadata.DocumentNumber?.ToString() ?? Nothing);
        yield return ("没有文号的原因", metadata.WithoutNumber ?? Nothing);
        yield return (ItemField.Genre.Caption(), metadata.Genre?.Caption() ?? Nothing);
        yield return (ItemField.Subject.Caption(), metadata.Subject is { } subject ? Subject.Find(subject)?.Path ?? subject : Nothing);
        yield return (ItemField.DisclosureCategory.Caption(), metadata.DisclosureCategory is { } category ? DisclosureCategory.Find(category)?.Caption ?? category : Nothing);
        yield return (ItemField.Keywords.Caption(), string.Join('、', metadata.Keywords));
        yield return (ItemField.Audience.Caption(), metadata.Audience);
        yield return ("栏目", draft.Column is { } column ? columns.Find(column)?.Caption ?? column : Nothing);
        yield return ("公开的期限", DisclosureDeadlineRule.On(draft.Deadline, metadata.CreatedOn ?? DateOnly.MaxValue).Caption);
    }

    private static IEnumerable<(string Caption, string Text)> Sorting(ItemDraft draft, Func<MatterId, string?> matterOf)
    {
        yield return (ItemField.Matter.Caption(), draft.Matter is { } matter ? matterOf(matter) ?? matter.ToString() : Nothing);
        yield return (ItemField.Aspects.Caption(), draft.Aspects.Text());
    }

    private static IEnumerable<(string Caption, string Text)> Choice(DisclosureChoice choice)
    {
        yield return (ItemField.DisclosureMode.Caption(), choice.Mode.Caption());
        yield return (ItemField.Ground.Caption(), choice.Ground?.Entry().Caption ?? Nothing);
        yield return (ItemField.Reason.Caption(), choice.Reason ?? Nothing);
        yield return (ItemField.LegalBasis.Caption(), choice.LegalBasis is { } basis ? basis.Title + basis.Article : Nothing);
        yield return (ItemField.OtherDuty.Caption(), choice.OtherwiseMustBeOpen switch { true => "有", false => "没有", null => Nothing });
        yield return (ItemField.ThirdParty.Caption(), choice.ThirdParty.Caption());
        yield return ("公共利益的认定", choice.PublicInterest ?? Nothing);
    }

    private static IEnumerable<(string Caption, string Text)> Duty(Responsibility duty)
    {
        yield return (ItemField.Source.Caption(), duty.Source.Caption());
        yield return (ItemField.ResponsibleBody.Caption(), duty.Body.Name);
        yield return ("涉及的其他机关", string.Join('、', duty.OtherBodies));
        yield return (ItemField.Coordination.Caption(), string.Join('；', duty.Coordination.Select(record => $"{record.With}，{Date(record.On)}，{(record.Agreed ? "同意" : "不同意")}，{record.Document}")));
        yield return (ItemField.Approval.Caption(), duty.Approval is { } approval ? $"{approval.By}，{Date(approval.On)}，{approval.Document}" : duty.NeedsApproval ? "需要批准，还没有" : Nothing);
    }

    private static string Date(DateOnly? date) => date?.ToString("yyyy年M月d日", CultureInfo.InvariantCulture) ?? Nothing;
}

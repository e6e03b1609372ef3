using System.Collections.Immutable;
using System.Globalization;
using Gongkai.Organisations.Units;
using Gongkai.Publication.Catalogue;
using Gongkai.Publication.Drafting;
using Gongkai.Publication.Matters;
using Gongkai.Services.Publication;

namespace Gongkai.Web.Console.Drafting;

/// <summary>把表单读成稿。写不成稿的（文号认不出、没有选公开方式）逐项说明；没有填全的照样可以存，送审时再看。</summary>
internal sealed class DraftReading(DraftForm form, UnitId unit, string unitName)
{
    private const int LongestText = 4_000;
    private const int MostKeywords = 20;

    private readonly List<(string Field, string Message)> _errors = [];
    private readonly List<string> _notes = [];

    /// <summary>各项的错误：表单里的名字、一句话。</summary>
    public IReadOnlyList<(string Field, string Message)> Errors => _errors;

    /// <summary>替拟稿的人改了什么。</summary>
    public IReadOnlyList<string> Notes => _notes;

    /// <summary>读成稿；有错误的为空。附件由收附件的填上。</summary>
    public DraftInput? Read()
    {
        var title = Line(form.Title, nameof(form.Title));
        if (title is null) Wrong(nameof(form.Title), "要填名称。");
        var number = Number();
        if (Choose<DisclosureMode>(form.Mode) is not { } mode)
        {
            Wrong(nameof(form.Mode), "公开方式在拟稿时就要选定：主动公开、依申请公开、不予公开三选一。");
            mode = DisclosureMode.Active;
        }

        var metadata = new ItemMetadata
        {
            Title = title ?? "", Description = Text(form.Description, nameof(form.Description)) ?? "", CreatedOn = Date(form.CreatedOn, nameof(form.CreatedOn)), Publisher = unit,
            DocumentNumber = number, WithoutNumber = number is null ? Line(form.WithoutNumber, nameof(form.WithoutNumber)) : null,
            Subject = Known(form.Subject, code => Subject.Find(code) is not null), Genre = Choose<Genre>(form.Genre),
            DisclosureCategory = Known(form.Category, code => DisclosureCategory.Find(code) is not null), Keywords = Keywords(),
            Audience = Line(form.Audience, nameof(form.Audience)) ?? "面向社会",
        };
        var input = new DraftInput(metadata, Choice(mode), Duty(), form.Html ?? "")
        {
            Deadline = Choose<DisclosureDeadlineId>(form.Deadline) is { } id && !DisclosureDeadlineRule.On(id, DateOnly.MaxValue).IsWithdrawal ? id : DisclosureDeadlineId.General,
            Column = string.IsNullOrEmpty(form.Column) ? null : form.Column,
            Matter = Guid.TryParse(form.Matter, out var matter) ? new MatterId(matter) : null,
            Aspects = form.Aspects.Checked,
        };
        return _errors.Count == 0 ? input : null;
    }

    private DocumentNumber? Number()
    {
        if (Line(form.DocumentNumber, nameof(form.DocumentNumber)) is not { } text) return null;
        var reading = DocumentNumber.Read(text);
        if (reading.Refusal is { } refusal)
        {
            Wrong(nameof(form.DocumentNumber), refusal.Basis is { } basis ? $"{refusal.Reason}（{basis}）" : refusal.Reason);
            return null;
        }

        if (!reading.Value.Changes.IsEmpty) _notes.Add($"文号“{text}”改成了“{reading.Value.Number}”：{string.Join("；", reading.Value.Changes)}。");
        return reading.Value.Number;
    }

    // 与公开方式无关的各项不读：换了方式，填过的不会混进来。
    private DisclosureChoice Choice(DisclosureMode mode)
    {
        var ground = mode == DisclosureMode.NotOpen ? Choose<NonDisclosureGround>(form.Ground) : null;
        return new DisclosureChoice
        {
            Mode = mode,
            Reason = mode == DisclosureMode.Active ? null : Text(form.Reason, nameof(form.Reason)),
            Ground = ground,
            LegalBasis = ground?.Entry().NeedsLegalBasis == true ? Basis() : null,
            OtherwiseMustBeOpen = ground?.Entry().IsDiscretionary == true ? form.OtherDuty switch { "yes" => true, "no" => false, _ => null } : null,
            ThirdParty = Choose<ThirdPartyOpinion>(form.ThirdParty) ?? ThirdPartyOpinion.NotConcerned,
            PublicInterest = mode == DisclosureMode.Active ? Text(form.PublicInterest, nameof(form.PublicInterest)) : null,
        };
    }

    private LegalBasis? Basis() => Choose<LegalRank>(form.BasisRank) is { } rank
        ? new LegalBasis(rank, Line(form.BasisTitle, nameof(form.BasisTitle)) ?? "", Line(form.BasisArticle, nameof(form.BasisArticle)) ?? "") : null;

    private Responsibility Duty()
    {
        var source = Choose<SourceKind>(form.Source) ?? SourceKind.Made;
        var isOwn = source is SourceKind.Made or SourceKind.FromCitizen;
        var named = Line(form.ResponsibleBody, nameof(form.ResponsibleBody));
        return new Responsibility
        {
            Source = source,
            Body = isOwn || named == unitName ? new ResponsibleBody(unit, unitName) : new ResponsibleBody(null, named ?? ""),
            OtherBodies = [.. Lines(Text(form.OtherBodies, nameof(form.OtherBodies)))],
            Coordination = [.. form.Coordination.Select(Record).OfType<CoordinationRecord>()],
            NeedsApproval = form.NeedsApproval,
            Approval = form.NeedsApproval ? Approval() : null,
        };
    }

    private CoordinationRecord? Record(CoordinationLine line)
    {
        var (with, document) = (Line(line.With, nameof(form.Coordination)), Line(line.Document, nameof(form.Coordination)));
        if (with is null && document is null && string.IsNullOrEmpty(line.On)) return null;
        if (with is not null && document is not null && (line.Agreed is "yes" or "no") && Date(line.On, nameof(form.Coordination)) is { } on)
            return new CoordinationRecord(with, on, line.Agreed == "yes", document);
        Wrong(nameof(form.Coordination), "协商确认记录要填全：与哪个机关、哪一天、是否同意、函件或者记录。");
        return null;
    }

    private ApprovalRecord? Approval()
    {
        var (by, document, date) = (Line(form.ApprovalBy, nameof(form.ApprovalBy)), Line(form.ApprovalDocument, nameof(form.ApprovalDocument)), Date(form.ApprovalOn, nameof(form.ApprovalOn)));
        if (by is null && document is null && date is null) return null;
        if (by is not null && document is not null && date is { } on) return new ApprovalRecord(by, on, document);
        Wrong(nameof(form.ApprovalBy), "批准记录要填全：批准的机关、日期、文件。");
        return null;
    }

    private ImmutableArray<string> Keywords() =>
        [.. (Line(form.Keywords, nameof(form.Keywords)) ?? "").Split(['、', '，', ',', ';', '；', ' ', '\u3000'], StringSplitOptions.RemoveEmptyEntries).Distinct(StringComparer.Ordinal).Take(MostKeywords)];

    private DateOnly? Date(string? text, string field)
    {
        if (string.IsNullOrWhiteSpace(text)) return null;
        if (DateOnly.TryParseExact(text.Trim(), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date)) return date;
        Wrong(field, "日期要写成年-月-日，例如 2026-11-24。");
        return null;
    }

    private string? Line(string? text, string field) => Text(text, field)?.ReplaceLineEndings(" ");

    // 看不见的控制字符一律去掉，换行与制表符除外。
    private string? Text(string? text, string field)
    {
        if (string.IsNullOrWhiteSpace(text)) return null;
        if (text.Length > LongestText) Wrong(field, $"太长了：有 {text.Length} 个字，至多 {LongestText} 个。");
        return string.Concat(text.Trim().Where(character => !char.IsControl(character) || character is '\n' or '\t'));
    }

    private static IEnumerable<string> Lines(string? text) => (text ?? "").Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Distinct(StringComparer.Ordinal);

    private static string? Known(string? code, Func<string, bool> isKnown) => !string.IsNullOrEmpty(code) && isKnown(code) ? code : null;

    private static T? Choose<T>(string? text)
        where T : struct, Enum => Enum.TryParse<T>(text, out var value) && Enum.IsDefined(value) ? value : null;

    private void Wrong(string field, string message) => _errors.Add((field, message));
}

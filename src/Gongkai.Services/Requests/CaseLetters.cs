using System.Collections.Immutable;
using Gongkai.Data.Acts;
using Gongkai.Data.Mapping.Requests;
using Gongkai.Data.PersonalData;
using Gongkai.Data.Queries.Requests;
using Gongkai.Law;
using Gongkai.Law.Calendar;
using Gongkai.Organisations.Units;
using Gongkai.Requests.Letters;
using Gongkai.Requests.Process;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Services.Requests;

/// <summary>写文书：一件事做成了，它的文书随着存下；缺了要填的项，这件事也不做。</summary>
internal static class CaseLetters
{
    // 没有登记有管辖权的法院的，照法律的说法写。
    private const string Court = "有管辖权的人民法院", UpperGovernment = "上一级人民政府", NoName = "申请人";

    /// <summary>写好并存下；答复写了几份。</summary>
    public static async Task<Outcome<int>> Write(ActScope scope, UnitTree tree, RequestCaseRow row, DossierKey key, CaseEvent happened, CaseState after, CaseInput input, WorkingCalendar calendar, CancellationToken cancel)
    {
        var letters = await Compose(scope, tree, row, key, happened, after, input, calendar, cancel);
        if (letters.Refusal is { } refusal) return refusal;
        var written = letters.Value.IsEmpty ? 0 : await scope.Db.RequestLetters.CountAsync(letter => letter.Case == row.Id, cancel);
        foreach (var (template, letter) in letters.Value) scope.Db.RequestLetters.Add(RequestLetterRow.Of(row.Id, key, ++written, happened.Number, template.Id, letter));
        return letters.Value.Length;
    }

    /// <summary>只写好，不存：先给办案的人看。申请人的姓名要从个人信息里取，取了就记一条。</summary>
    public static async Task<Outcome<ImmutableArray<(LetterTemplate Template, Letter Letter)>>> Compose(
        ActScope scope, UnitTree tree, RequestCaseRow row, DossierKey key, CaseEvent happened, CaseState after, CaseInput input, WorkingCalendar calendar, CancellationToken cancel)
    {
        var templates = LetterChoice.For(happened, after, [.. input.Fields.Where(field => !string.IsNullOrWhiteSpace(field.Value)).Select(field => field.Key)]);
        if (templates.IsEmpty) return ImmutableArray<(LetterTemplate, Letter)>.Empty;
        var units = tree.At(happened.On);
        var (unit, details) = (new UnitId(row.Unit), happened.Action == CaseAction.SendAnswer ? after.Draft! : happened.Details);
        var facts = units.Find(unit) ?? tree.Find(unit)!.Latest;
        var bodies = Bodies(units, unit, tree);
        var fields = LetterFields.Of(after, details, happened.On, calendar, after.Outcome, bodies).SetItems(Known(row, key, happened, after)).SetItems(input.Fields.Where(field => !string.IsNullOrWhiteSpace(field.Value)));
        if (happened.Action == CaseAction.SendAnswer && await CaseReleases.Statement(scope.Db, row, key, cancel) is { } covered) fields = fields.SetItem(LetterRevision.Covered, covered);
        var people = ApplicantFields.Read(await scope.Personal.Read(row.Subject, cancel));
        // 几个人共同申请的，写给每一个人。
        var applicant = string.Join('、', [people.Name?.Reveal() ?? NoName, .. people.Others]);
        var number = happened.Action is CaseAction.SendAnswer or CaseAction.AnswerOnSpot ? happened.Details.Number : input.LetterNumber;
        var letters = ImmutableArray.CreateBuilder<(LetterTemplate, Letter)>();
        var own = await CaseQueries.UnitLetters(scope.Db, unit, cancel);
        foreach (var standard in templates)
        {
            var template = Own(standard);
            var to = template.To == Addressee.Applicant ? applicant : PartyOf(after, happened) ?? NoName;
            if (Add(template, number, to, fields) is { } missing) return missing;
        }

        if (happened.Action == CaseAction.SendAnswer && !await scope.Db.RequestLetters.AnyAsync(letter => letter.Case == row.Id && letter.Template == LetterChoice.DisclosureNotice.Id, cancel))
            foreach (var party in LetterChoice.ToldOfDisclosure(after))
                if (Add(Own(LetterChoice.DisclosureNotice), null, party, fields.SetItem(LetterChoice.Disclosed, details.Text ?? "申请人所申请的信息").SetItem("理由", details.Cause!.TrimEnd('。'))) is { } missing) return missing;

        return letters.ToImmutable();

        LetterTemplate Own(LetterTemplate standard) => own.TryGetValue(standard.Id, out var revised) ? revised.ToTemplate(standard) : standard;

        Refusal? Add(LetterTemplate template, string? numbered, string to, ImmutableDictionary<string, string> filled)
        {
            var letter = Letter.Compose(template, new LetterHeading(facts.Name, numbered, to, happened.On), filled);
            if (letter.Succeeded) letters.Add((template, letter.Value));
            return letter.Refusal;
        }
    }

    /// <summary>一个单位的复议机关与法院。</summary>
    internal static RemedyBodies Bodies(UnitsOnDate units, UnitId unit, UnitTree tree) =>
        new((units.Find(unit) ?? tree.Find(unit)!.Latest).Superior is { } superior ? units.NameOf(superior) ?? UpperGovernment : UpperGovernment, Court);

    private static ImmutableDictionary<string, string> Known(RequestCaseRow row, DossierKey key, CaseEvent happened, CaseState after)
    {
        var known = ImmutableDictionary<string, string>.Empty
            .Add("申请内容", string.Join("；", row.ToContent(key).Wanted.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)).TrimEnd('。'))
            .Add("查询码", row.TrackCode);
        return happened.Action == CaseAction.NotifyExtension && after.ExtensionReason is { } reason ? known.Add("理由", reason.TrimEnd('。')) : known;
    }

    private static string? PartyOf(CaseState after, CaseEvent happened) =>
        happened.Details.Party ?? after.Consultations.FirstOrDefault(consultation => consultation.Number == happened.Details.Consultation)?.Party;
}

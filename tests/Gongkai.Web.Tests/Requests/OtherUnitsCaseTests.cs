using System.Net;
using Gongkai.Organisations.Access;
using Gongkai.Requests.Files;
using Gongkai.Requests.Outcomes;
using Gongkai.Requests.Process;
using Gongkai.Services.Requests;
using Gongkai.Testing.Files;
using Gongkai.Testing.Organisations;
using Gongkai.Web.Access;
using Gongkai.Web.Tests.Reviewing;
using Gongkai.Web.Tests.SigningIn;
using Microsoft.Extensions.DependencyInjection;

namespace Gongkai.Web.Tests.Requests;

/// <summary>别的单位的一件：案卷、文书、文件、遮盖的页、归档包、每一张表单，都与没有这一件一个样。</summary>
public sealed class OtherUnitsCaseTests(ReviewingSite site) : IClassFixture<ReviewingSite>
{
    private static readonly Role[] Roles = [Role.Handler, Role.OfficeHead, Role.DisclosureOfficeHead, Role.DeputyLeader, Role.LegalReviewer, Role.SecrecyReviewer, Role.FeeClerk];

    [Fact]
    public async Task No_endpoint_and_no_form_tells_another_unit_that_a_case_exists()
    {
        var cases = new InventedCases(site.Office, site.Services.GetRequiredService<RequestServices>());
        var id = (await cases.Processing()).Case;
        InventedCity.Done(await cases.Attach(id, CaseFilePurpose.Answer, InventedPdf.Blank(1), "材料.pdf"));
        await cases.Answer(id, new() { Outcome = CaseOutcome.Granted });
        var wrong = new List<string>();
        var rows = EndpointTable.Rows.Where(row => row.Pattern.StartsWith("/console/cases/{id:guid}", StringComparison.Ordinal)).ToList();
        var forms = FormTable.Rows.Where(form => form.Pattern.StartsWith("/console/cases/{id:guid}", StringComparison.Ordinal)).ToList();
        (rows.Count, forms.Count).ShouldSatisfyAllConditions(count => count.Item1.ShouldBeGreaterThanOrEqualTo(9), count => count.Item2.ShouldBeGreaterThanOrEqualTo(10));

        using (var own = await site.Holder(Role.Handler))
            foreach (var row in rows.Where(row => !row.Pattern.EndsWith("released", StringComparison.Ordinal) && !row.Pattern.EndsWith("redaction", StringComparison.Ordinal)))
                (await Status(own, At(row.Pattern, id.ToString()))).ShouldBe(HttpStatusCode.OK, $"{row.Pattern}：本单位的打得开，这个检查才有意义。");
        foreach (var role in Roles)
        {
            using var stranger = await site.SignedIn(role, site.City.Tourism);
            var token = (await stranger.Get("/console/password")).Page.QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!;
            foreach (var row in rows) await Same(row.Pattern, address => Said(stranger, address));
            foreach (var form in forms)
                await Same($"{form.Pattern} {form.Handler}", async address =>
                {
                    var reply = await stranger.Post(address, Forged(form, token));
                    return $"{(int)reply.Status} {reply.Location} {reply.Text}";
                }, form.Pattern);

            async Task Same(string what, Func<string, Task<string>> ask, string? pattern = null)
            {
                var nothing = Guid.NewGuid().ToString();
                var (real, none) = (await ask(At(pattern ?? what, id.ToString())), await ask(At(pattern ?? what, nothing)));
                if (Plain(real, id.ToString()) != Plain(none, nothing) || real.StartsWith("200", StringComparison.Ordinal)) 
                    wrong.Add($"{role} {what}：{real[..3]}，没有的是 {none[..3]}");
            }
        }

        wrong.ShouldBeEmpty();
        (await cases.Requests.Remedies.Of(await cases.Office.Current(cases.Office.Holder(Role.Handler)), id, CancellationToken.None)).Value.Entries.ShouldBeEmpty();
        (await cases.Open(id)).Line.Stage.ShouldBe(CaseStage.Replied);
    }

    // 请求编号、表单的令牌、一次一个的编号不算。
    private static string Plain(string said, string id) => System.Text.RegularExpressions.Regex.Replace(said.Replace(id, "", StringComparison.OrdinalIgnoreCase), "[0-9A-Z]+:[0-9A-F]{8}|[A-Za-z0-9_-]{20,}|[0-9a-f]{8}-[0-9a-f-]{27}", "");

    private static async Task<string> Said(Visitor visitor, string address)
    {
        using var reply = await visitor.Raw(address);
        return $"{(int)reply.StatusCode} {reply.Headers.Location} {await reply.Content.ReadAsStringAsync()}";
    }

    private static async Task<HttpStatusCode> Status(Visitor visitor, string address)
    {
        using var reply = await visitor.Raw(address);
        return reply.StatusCode;
    }

    private static string At(string pattern, string id) => pattern
        .Replace("{id:guid}", id, StringComparison.Ordinal).Replace("{number:int}", "1", StringComparison.Ordinal).Replace("{page:int}", "1", StringComparison.Ordinal).Replace("{act}", "record-delivery", StringComparison.Ordinal);

    private static Dictionary<string, string> Forged(FormRow form, string token) => new()
    {
        ["_handler"] = form.Handler.Replace("*", "1", StringComparison.Ordinal), ["__RequestVerificationToken"] = token, ["version"] = "11", ["key"] = $"{Guid.NewGuid():N}", ["on"] = "2026-03-02", ["act"] = "make", ["seen"] = "0.0.0",
        ["evidence"] = "签收", ["Form.Number"] = "云政复〔2026〕3号", ["Form.Stage"] = "行政复议", ["Form.Claim"] = "不服", ["Form.On"] = "2000-01-01", ["number"] = "云政复〔2026〕3号", ["stage"] = "行政复议", ["claim"] = "不服",
    };
}

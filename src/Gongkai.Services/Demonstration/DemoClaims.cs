using System.Collections.Immutable;
using Gongkai.Law;
using Gongkai.Requests.Claims;
using Gongkai.Requests.Counting;
using Gongkai.Requests.Intake;
using Gongkai.Services.Requests;
using Gongkai.Services.Requests.Claims;
using static Gongkai.Requests.Claims.ClaimAction;

namespace Gongkai.Services.Demonstration;

/// <summary>演示的更正申请、投诉举报：市文旅局各有办结的一件，正在办的一件。</summary>
internal sealed class DemoClaims(RequestServices requests, ImmutableDictionary<string, DemoTeam> teams, DateTimeOffset now, CancellationToken cancel)
{
    private readonly List<DemoAct> _acts = [];

    /// <summary>排好的各件事。</summary>
    public IReadOnlyList<DemoAct> Plan()
    {
        if (!teams.TryGetValue("wenlv", out var team)) return [];
        Add(team, ClaimKind.Correction, 80, new("某演出场所的登记信息（演示）", "登记的地址写作“湖滨路 8 号”，应当是“湖滨路 18 号”。", "营业执照的复印件", null),
            (Register, ClaimDetails.None), (Accept, ClaimDetails.None), (ClaimAction.Record, new() { Text = "调阅登记底档，地址是湖滨路 18 号", Evidence = "登记底档" }), (Propose, new() { Result = ClaimResult.Corrected, Text = "录入时漏了一个字" }),
            (Approve, ClaimDetails.None), (Tell, new() { Number = $"云文旅公更〔{now.Year}〕1号", Evidence = "当面签收" }), (FollowUp, new() { Text = "登记信息已经更正", Evidence = "更正后的登记页" }), (Close, ClaimDetails.None));
        Add(team, ClaimKind.Complaint, 60, new("云泽市文化和旅游局（虚构）", "场馆开放时间改了，目录里还是旧的（演示）。", "", null),
            (Register, ClaimDetails.None), (Accept, ClaimDetails.None), (ClaimAction.Record, new() { Text = "目录里一条信息没有随着更新", Evidence = "目录的截图" }), (Propose, new() { Result = ClaimResult.Upheld, Text = "目录更新不及时" }),
            (Approve, ClaimDetails.None), (Tell, new() { Number = $"云文旅公投〔{now.Year}〕1号", Evidence = "电话告知" }), (FollowUp, new() { Text = "目录已经更新", Evidence = "更新后的一条" }), (Close, ClaimDetails.None));
        Add(team, ClaimKind.Correction, 5, new("某剧团的备案信息（演示）", "备案的演职人员写作十二人，应当是二十一人。", "备案表", null), (Register, ClaimDetails.None), (Accept, ClaimDetails.None));
        Add(team, ClaimKind.Complaint, 2, new("云泽市文化和旅游局（虚构）", "申请交了几天，没有人联系确认（演示）。", "", null));
        return [.. _acts.Where(act => act.At < now)];
    }

    private void Add(DemoTeam team, ClaimKind kind, int daysAgo, ClaimContent content, params (ClaimAction Action, ClaimDetails Details)[] steps)
    {
        var (key, claim, at) = ($"demo-claim-{kind}-{daysAgo}", default(ClaimId), WorkTime.On(WorkTime.Workday(LegalTime.DateOf(now).AddDays(-daysAgo)), 9));
        var claimant = new Application { Kind = ApplicantKind.NaturalPerson, Name = "某甲", Phone = $"1390000{daysAgo:0000}", Wanted = "" };
        Add(at, async () =>
        {
            var sent = await requests.ClaimIntake.Submit(new ClaimEntry(team.Unit, kind, claimant, content), [], key, cancel);
            if (sent.Succeeded) claim = sent.Value.Claim;
            return sent.Refusal;
        });
        foreach (var (number, (action, details)) in steps.Index())
        {
            var when = at = at.AddMinutes(25);
            Add(when, async () => (await requests.ClaimDesk.Do(action is Approve ? team.Head : team.Handler(0), new ClaimAct(claim, number + 1, action, LegalTime.DateOf(when), details), null, cancel)).Refusal);
        }
    }

    private void Add(DateTimeOffset at, Func<Task<Refusal?>> act) => _acts.Add(new DemoAct(at, "市文旅局的一件更正申请、投诉举报", act));
}

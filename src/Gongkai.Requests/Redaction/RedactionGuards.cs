using Gongkai.Law;
using Gongkai.Requests.Outcomes;
using Gongkai.Requests.Process;

namespace Gongkai.Requests.Redaction;

/// <summary>答复送审、批准、发出以前，看随答复提供的各个文件：遮盖做成了、核验过了，理由与答复一致，不由遮盖的人自己批准。</summary>
internal static class RedactionGuards
{
    public static Refusal? Refuse(CaseState state, CaseCommand command, CaseFacts facts)
    {
        if (command.Action is not (CaseAction.SubmitDraft or CaseAction.ApproveAnswer or CaseAction.SendAnswer or CaseAction.AnswerOnSpot)) return null;
        if (facts.Releases.FirstOrDefault(release => !release.IsMade) is { } open) return CaseRules.Redacted.Refuse($"“{open.Name}”标出了要遮盖的地方，还没有做成、核验");
        foreach (var release in facts.Releases.Where(release => !release.Redaction.Marks.IsEmpty))
        {
            if (command.Action == CaseAction.AnswerOnSpot) return CaseRules.Redacted.Refuse($"“{release.Name}”有遮盖，要拟答复送审，不能当场答复");
            if (command.Action == CaseAction.ApproveAnswer && release.Maker == command.By) return CaseRules.Redacted.Refuse($"“{release.Name}”的遮盖是您做的，由另一个人批准");
            if (Unlike(release, command.Action == CaseAction.SubmitDraft ? command.Details : state.Draft) is { } unlike) return unlike;
        }

        return null;
    }

    private static Refusal? Unlike(ReleaseFact release, CaseDetails? answer)
    {
        if (answer?.Outcome != CaseOutcome.PartlyGranted) return CaseRules.Redacted.Refuse($"“{release.Name}”有遮盖，答复的结局应当是部分公开");
        foreach (var ground in release.Redaction.Marks.Select(mark => mark.Ground).Distinct())
            if (!answer.Grounds.Contains(ground.Outcome())) return CaseRules.Redacted.Refuse($"“{release.Name}”遮盖的理由有{ground.Caption()}，答复的各种情形里没有“{ground.Outcome().Entry().Caption}”");
        return null;
    }
}

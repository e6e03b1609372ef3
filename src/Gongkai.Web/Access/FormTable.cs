using Gongkai.Organisations.Access;

namespace Gongkai.Web.Access;

/// <summary>表单表的一行：在哪个地址，哪张表单，要有哪项权限。</summary>
/// <param name="Pattern">页面的地址模板，与端点表一致。</param>
/// <param name="Handler">表单的名字；末尾的 * 代表后面还有编号。</param>
/// <param name="Needed">要有的权限，不论对哪个单位；为空的，打得开页面就能交。真要办的时候，服务对所办的单位再查。</param>
internal sealed record FormRow(string Pattern, string Handler, Permission? Needed = null)
{
    public bool Fits(string pattern, string handler) => Pattern == pattern
        && (Handler.EndsWith('*') ? handler.StartsWith(Handler[..^1], StringComparison.Ordinal) : Handler == handler);
}

/// <summary>
/// 表单表：后台的每张表单谁可以交，只写在这里。页面打得开的人不一定都能交：没有权限的 403，没有登记的谁也交不了。
/// </summary>
internal static class FormTable
{
    public static IReadOnlyList<FormRow> Rows { get; } =
    [
        new("/console/setup", "setup"),
        new("/console/sign-in", "sign-in"),
        new("/console/sign-in/code", "sign-in-code"),
        new("/console/sign-out", "sign-out"),
        new("/console/password", "password"),
        new("/console/totp", "totp-*"),
        new("/console/sessions", "end-*"),
        new("/console/tokens", "issue-token", Permission.ManagePeople),
        new("/console/tokens", "claim-*"),
        new("/console/tokens", "revoke-*"),
        new("/console/settings", "site-settings", Permission.ManageSettings),
        new("/console/settings", "short-code", Permission.ManageSettings),
        new("/console/holidays", "draft-holiday", Permission.ManageSettings),
        new("/console/holidays/{Id:guid}", "enforce-holiday", Permission.ManageSettings),
        new("/console/holidays/{Id:guid}", "discard-holiday", Permission.ManageSettings),
        new("/console/delegations", "delegate"),
        new("/console/delegations", "revoke-*"),
        new("/console/matters", "add-matter", Permission.MaintainColumns),
        new("/console/matters/{Id:guid}", "change-matter", Permission.MaintainColumns),
        new("/console/matters/{Id:guid}", "end-matter", Permission.MaintainColumns),
        new("/console/channels", "add-channel", Permission.KeepRegister),
        new("/console/channels/{Id:guid}", "change-channel", Permission.KeepRegister),
        new("/console/channels/{Id:guid}", "close-channel", Permission.KeepRegister),
        new("/console/channels/{Id:guid}", "set-adapter", Permission.PublishItem),
        new("/console/channels/{Id:guid}", "retry-*", Permission.KeepRegister),
        new("/console/registers/{Form}", "add-entry", Permission.KeepRegister),
        new("/console/registers/{Form}/{Entry:guid}", "correct-entry", Permission.KeepRegister),
        new("/console/registers/{Form}/{Entry:guid}", "add-evidence", Permission.KeepRegister),
        new("/console/registers/{Form}/{Entry:guid}", "void-entry", Permission.KeepRegister),
        new("/console/items/new", "draft", Permission.DraftItem),
        new("/console/items/import", "import", Permission.DraftItem),
        new("/console/items/pictures", "picture", Permission.DraftItem),
        new("/console/items/{id:guid}/edit", "draft", Permission.DraftItem),
        new("/console/items/bulk", "bulk", Permission.ReadUnpublished),
        new("/console/items/{id:guid}/acts/{act}", "act", Permission.ReadUnpublished),
        new("/console/items/{id:guid}/findings/{print}", "ask-exemption", Permission.DraftItem),
        new("/console/items/{id:guid}/findings/{print}", "decide-exemption", Permission.ExemptFinding),
        new("/console/items/{id:guid}/findings/{print}", "revoke-exemption", Permission.ExemptFinding),
        new("/console/items/{id:guid}/findings/{print}", "examine-again", Permission.DraftItem),
        new("/console/findings", "rescan", Permission.ExemptFinding),
        new("/console/guide/{Unit:guid}", "standing", Permission.DraftItem),
        new("/console/guide/{Unit:guid}", "publish-standing", Permission.MaintainColumns),
        new("/console/systems/{Unit:guid}", "standing", Permission.DraftItem),
        new("/console/systems/{Unit:guid}", "publish-standing", Permission.MaintainColumns),
        new("/console/columns/{Unit:guid}", "add-column", Permission.MaintainColumns),
        new("/console/columns/{Unit:guid}", "change-column", Permission.MaintainColumns),
        new("/console/normative/register", "register-normative", Permission.MaintainNormative),
        new("/console/normative/cleanup", "preview-cleanup", Permission.MaintainNormative),
        new("/console/normative/cleanup", "do-cleanup", Permission.MaintainNormative),
        new("/console/normative/{document:guid}", "change-normative", Permission.MaintainNormative),
        new("/console/normative/{document:guid}", "correct-normative", Permission.MaintainNormative),
        new("/console/normative/{document:guid}", "link-interpretation", Permission.MaintainNormative),
        new("/console/normative/{document:guid}", "unlink-*", Permission.MaintainNormative),
        new("/console/cases/new", "enter-case", Permission.HandleCase),
        new("/console/letters/{Template}", "letter", Permission.ApproveCase),
        new("/console/cases/{id:guid}", "show-applicant", Permission.ReadPersonalData),
        new("/console/cases/{id:guid}/files", "attach-file", Permission.HandleCase),
        new("/console/cases/{id:guid}/files", "use-file-*", Permission.HandleCase),
        new("/console/cases/{id:guid}/files/{number:int}/redaction", "redact", Permission.HandleCase),
        new("/console/cases/{id:guid}", "find-like", Permission.HandleCase),
        new("/console/cases/{id:guid}", "link-item", Permission.HandleCase),
        new("/console/cases/{id:guid}", "unlink-*", Permission.HandleCase),
        new("/console/cases/{id:guid}", "hide-comment", Permission.ApproveCase),
        new("/console/cases/{id:guid}", "add-remedy", Permission.KeepRegister),
        new("/console/cases/{id:guid}", "decide-remedy", Permission.KeepRegister),
        new("/console/cases/{id:guid}", "open-redo", Permission.ApproveCase),
        new("/console/cases/retention", "erase-cases", Permission.ApproveCase),
        new("/console/cases/years", "year-act", Permission.ReadLedger),
        new("/console/cases/{id:guid}/acts/{act}", "act", Permission.ReadCase),
        new("/console/opinions/new", "open-round", Permission.DraftItem),
        new("/console/opinions/{id:guid}", "edit-round", Permission.DraftItem),
        new("/console/opinions/{id:guid}", "enter-comment", Permission.DraftItem),
        new("/console/opinions/{id:guid}", "answer-*", Permission.DraftItem),
        new("/console/opinions/{id:guid}", "ungroup-*", Permission.DraftItem),
        new("/console/opinions/{id:guid}", "draft-result", Permission.DraftItem),
        new("/console/opinions/{id:guid}", "reopen-result", Permission.DraftItem),
        new("/console/opinions/{id:guid}", "extend-round", Permission.PublishItem),
        new("/console/opinions/{id:guid}", "stop-round", Permission.PublishItem),
        new("/console/opinions/{id:guid}", "adopt-text", Permission.PublishItem),
        new("/console/opinions/{id:guid}/comments", "group-comments", Permission.DraftItem),
        new("/console/collect", "preview-reminder", Permission.CollectReports),
        new("/console/collect", "remind", Permission.CollectReports),
        new("/console/collect", "take-in", Permission.CollectReports),
        new("/console/collect", "report-deadlines", Permission.CollectReports),
        new("/console/reports/{Unit:guid}", "put-report", Permission.CompileReport),
        new("/console/reports/{Unit:guid}", "file-*"),
        new("/console/reports/{Unit:guid}/{Number:int}/compile", "compile-report", Permission.CompileReport),
        new("/console/reports/{Unit:guid}/{Number:int}", "put-report", Permission.CompileReport),
        new("/console/reports/{Unit:guid}/{Number:int}", "file-*"),
        new("/console/units/{unit:guid}", "rename", Permission.ManageUnits),
        new("/console/units/{unit:guid}", "merge", Permission.ManageUnits),
        new("/console/units/{unit:guid}", "office", Permission.ManageUnits),
        new("/console/units/{unit:guid}", "designate", Permission.ManageUnits),
        new("/console/units/{unit:guid}", "facts", Permission.ManageUnits),
        new("/console/units/{unit:guid}", "split", Permission.ManageUnits),
        new("/console/units/{unit:guid}", "abolish", Permission.ManageUnits),
        new("/console/units/{unit:guid}", "close-office", Permission.ManageUnits),
        new("/console/units/regions", "region", Permission.ManageUnits),
        new("/console/units/{unit:guid}/review", "plan", Permission.MaintainColumns),
        new("/console/units/establish", "establish", Permission.ManageUnits),
        new("/console/people/add", "add-person", Permission.ManagePeople),
        new("/console/people/{person:guid}", "appoint", Permission.ManagePeople),
        new("/console/people/{person:guid}", "end-appointment", Permission.ManagePeople),
        new("/console/people/{person:guid}", "reset", Permission.ManagePeople),
        new("/console/people/{person:guid}", "leave", Permission.ManagePeople),
        new("/console/audit/verify", "verify", Permission.VerifyAudit),
        new("/console/gallery", "gallery"),
    ];

    /// <summary>登记着这张表单的一行；没有登记的为空。</summary>
    public static FormRow? Find(string pattern, string handler) => Rows.FirstOrDefault(row => row.Fits(pattern, handler));
}

using Gongkai.Publication.Review;
using Gongkai.Requests.Claims;
using Gongkai.Requests.Process;
using Gongkai.Services.Publication;
using Gongkai.Services.Requests;
using Gongkai.Services.Requests.Claims;

namespace Gongkai.Web.Console.Auditing;

/// <summary>记录里的代码给人看的说法；没有说法的照写代码。</summary>
internal static class ActCaptions
{
    private static readonly Dictionary<string, string> Captions = new(StringComparer.Ordinal)
    {
        ["organisation.found"] = "首次设置", ["unit.establish"] = "设立单位", ["unit.change"] = "单位变动", ["unit.merge"] = "合并", ["unit.split"] = "分立", ["unit.abolish"] = "撤销",
        ["office.open"] = "设内设机构", ["office.close"] = "撤内设机构", ["office.designate"] = "指定公开工作机构", ["region.add"] = "登记区划代码",
        ["person.add"] = "登记人员", ["person.rename"] = "改姓名", ["person.appoint"] = "任职", ["person.end-appointment"] = "结束任职", ["person.leave"] = "离任",
        ["delegation.give"] = "委托", ["delegation.revoke"] = "收回委托",
        ["page.save"] = "写指南、制度", ["page.publish"] = "发布指南、制度",
        ["column.add"] = "设栏目", ["column.rename"] = "栏目改名", ["column.move"] = "移动栏目", ["column.hide"] = "停用栏目", ["column.show"] = "恢复栏目", ["column.remove"] = "删除栏目",
        ["normative.register"] = "登记规章、规范性文件", ["normative.amend"] = "登记修改", ["normative.repeal"] = "登记废止", ["normative.expire"] = "登记失效", ["normative.extend"] = "延长有效期",
        ["normative.keep"] = "登记继续有效", ["normative.correct"] = "更正登记", ["normative.cleanup"] = "清理", ["normative.interpret"] = "关联解读", ["normative.uninterpret"] = "解除解读",
        ["matter.add"] = "登记事项", ["matter.change"] = "改事项", ["matter.end"] = "停用事项",
        ["channel.add"] = "登记渠道账号", ["channel.change"] = "改渠道账号", ["channel.set-adapter"] = "设自动发布", ["channel.close"] = "关停渠道账号", ["channel.deliver"] = "自动发布", ["channel.try-again"] = "再送一次",
        ["register.add"] = "登记台账", ["register.correct"] = "更正台账", ["register.void"] = "台账作废", ["register.evidence"] = "附台账的依据",
        ["opinion.create"] = "登记意见征集", ["opinion.submit"] = "提意见", ["opinion.enter"] = "录入意见", ["opinion.read"] = "看意见", ["opinion.export"] = "存意见的表", ["opinion.answer"] = "写采纳情况", ["opinion.ungroup"] = "拆掉一组意见",
        ["opinion.edit"] = "改意见征集", ["opinion.extend"] = "延长意见征集", ["opinion.stop"] = "中止意见征集", ["opinion.group"] = "归并意见", ["opinion.draft-result"] = "拟定征集结果", ["opinion.reopen-result"] = "收回征集结果", ["opinion.adopt"] = "关联正式文本",
        ["holiday.draft"] = "录入节假日通知", ["holiday.discard"] = "不要节假日通知的草稿", ["holiday.enforce"] = "施行节假日通知", ["request.recompute-deadlines"] = "逐件重算期限",
        ["request.submit"] = "提申请", ["request.preview-letter"] = "先看文书", ["request.enter"] = "录入申请", ["request.read-applicant"] = "看申请人", ["request.read-letter"] = "看文书", ["request.read-file"] = "看案卷里的文件", ["request.attach-file"] = "往案卷里放文件", ["request.use-file"] = "改文件的用途",
        ["letter.save"] = "改写文书", ["letter.restore"] = "文书恢复标准", ["request.mark-file"] = "标要遮盖的", ["request.unmark-file"] = "去掉遮盖的标记", ["request.redact-file"] = "做成遮盖的一份",
        ["report.put"] = "存一版年报", ["report.self-check"] = "年报自查送审", ["report.pass"] = "年报审核通过", ["report.return-draft"] = "年报退回修改", ["report.sign"] = "签发报送年报", ["report.sign-alone"] = "签发年报", ["report.decline-to-sign"] = "不予签发年报",
        ["report.recall"] = "撤回报送年报", ["report.send-back"] = "退回重报年报", ["report.accept"] = "接收年报", ["report.publish"] = "公布年报", ["report.add-past"] = "补登往年年报", ["report.withdraw"] = "撤下年报", ["report.lock"] = "锁定年报", ["report.correct"] = "更正年报", ["report.take-in"] = "代收年报", ["report.remind"] = "催报年报", ["report.set-deadlines"] = "定编报期限",
        ["request.rate"] = "申请人评价", ["request.wish-publication"] = "申请人建议公开答复", ["request.hide-comment"] = "隐去评价的意见", ["request.link-item"] = "转为主动公开，连上信息", ["request.unlink-item"] = "解开连着的信息",
        ["claim.submit"] = "交更正申请、投诉举报", ["claim.enter"] = "录入更正申请、投诉举报", ["claim.read-claimant"] = "看提出的人", ["claim.read-letter"] = "看告知书", ["claim.read-file"] = "看证据的文件", ["claim.pick-up-letter"] = "提出的人看告知书",
        ["request.find-like"] = "找相近的申请", ["request.archive-package"] = "取归档包", ["request.erase"] = "抹去过了保管期限的案卷",
        ["request-year.take"] = "取年度快照", ["request-year.freeze"] = "冻结年度快照", ["request-year.reopen"] = "退回年度快照", ["request-year.lock"] = "锁定年度快照", ["request-year.restate"] = "更正锁定的年度",
        ["notice.remind"] = "期限提醒", ["notice.read"] = "看过提醒", ["case.watch"] = "关注申请", ["case.unwatch"] = "取消关注申请",
        ["mail.begin"] = "写自己的邮箱", ["mail.confirm"] = "确认自己的邮箱", ["mail.decline"] = "改哪几种发邮件", ["mail.remove"] = "去掉自己的邮箱", ["mail.test"] = "试发邮件", ["mail.try-again"] = "邮件再试",
        ["mail.address"] = "为发邮件取地址", ["mail.sent"] = "邮件发出", ["mail.drop"] = "邮件不必发了", ["sign-in"] = "登录", ["sign-out"] = "退出", ["session.end"] = "结束会话", ["session.end-others"] = "结束其余会话", ["session.end-all"] = "结束全部会话",
        ["password.change"] = "改口令", ["password.reset"] = "发一次性口令", ["totp.begin"] = "开始设动态口令", ["totp.enable"] = "设动态口令", ["totp.disable"] = "去掉动态口令",
        ["form.add"] = "添年报格式", ["form.remove"] = "拿走年报格式", ["setting.change"] = "改设置", ["setting.short-code"] = "改短码", ["setting.retention"] = "改案卷保管几年", ["token.issue"] = "准许令牌", ["token.claim"] = "领取令牌", ["token.revoke"] = "收回令牌", ["token.use"] = "令牌当天首次使用",
        ["totp.renew-codes"] = "换备用码", ["audit.verify"] = "核对审计链", ["web-key.add"] = "新的网页密钥",
        ["item.create"] = "拟稿", ["file.examine"] = "查验附件", ["finding.rescan"] = "要求再扫描", ["finding.rescan-step"] = "再扫描已发布的", ["finding.ask-exemption"] = "申请豁免", ["finding.grant-exemption"] = "批准豁免", ["finding.refuse-exemption"] = "不批准豁免", ["finding.revoke-exemption"] = "撤销豁免", ["item.save"] = "改稿", ["review.set-plan"] = "定审查程序", ["item.publish-on-time-failed"] = "到时没有发布成",
        ["demo.give-accounts"] = "演示：发账号", ["demo.finish"] = "演示：建成",
        ["data.prune"] = "清理过时的数据", ["database.restore"] = "恢复备份", ["personal-key.rewrap"] = "换主密钥", ["secret.reseal"] = "用新密钥重封",
    };

    static ActCaptions()
    {
        foreach (var action in Enum.GetValues<ReviewAction>()) Captions[Reviews.KindOf(action)] = action.Caption();
        foreach (var action in Enum.GetValues<ClaimAction>()) Captions[ClaimDesk.KindOf(action)] = $"更正、投诉：{action.Caption()}";
        foreach (var action in Enum.GetValues<CaseAction>()) Captions.TryAdd(CaseDesk.KindOf(action), action.Caption());
    }

    /// <summary>全部有说法的，照表里的次序。</summary>
    public static IReadOnlyCollection<KeyValuePair<string, string>> All => Captions;

    public static string Of(string act) => Captions.GetValueOrDefault(act, act);
}

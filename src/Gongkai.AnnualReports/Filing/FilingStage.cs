namespace Gongkai.AnnualReports.Filing;

/// <summary>年报编到哪一步：编制、本机关审核签发、报送主管部门、公布、锁定。</summary>
public enum FilingStage
{
    /// <summary>编制中：可以存新的一版。</summary>
    Compiling,

    /// <summary>待审核：自查过了，等办公室审核。</summary>
    OfficeReview,

    /// <summary>待签发：等分管领导签发。</summary>
    LeaderSign,

    /// <summary>已报送：签发了，数字冻结，等主管部门接收。</summary>
    Submitted,

    /// <summary>被退回：主管部门退回，要改了重报。</summary>
    Returned,

    /// <summary>已接收：可以公布。</summary>
    Accepted,

    /// <summary>已公布。</summary>
    Published,

    /// <summary>已锁定：只能以更正的方式出新版。</summary>
    Locked,
}

/// <summary>编报中可以做的事。</summary>
public enum FilingAction
{
    /// <summary>存一版：交来文件，或者由登记编出来。</summary>
    Keep,

    /// <summary>自查送审：规则都查过，错误和疑点附了说明。</summary>
    SelfCheck,

    /// <summary>审核通过。</summary>
    Pass,

    /// <summary>退回修改：本机关内部退回。</summary>
    ReturnDraft,

    /// <summary>不予签发：分管领导退回修改。</summary>
    DeclineToSign,

    /// <summary>签发报送。</summary>
    Sign,

    /// <summary>签发：没有主管部门的，签发后不必等接收。</summary>
    SignAlone,

    /// <summary>撤回报送：主管部门接收以前自己收回来改。</summary>
    Recall,

    /// <summary>代收：单位报来签好的文件，主管部门替它登记，存成一版，算报送了。</summary>
    TakeIn,

    /// <summary>退回重报：主管部门退回。</summary>
    SendBack,

    /// <summary>接收。</summary>
    Accept,

    /// <summary>公布。</summary>
    Publish,

    /// <summary>补登往年：从前在别处报送、公布过的，直接登记公布。</summary>
    AddPast,

    /// <summary>撤下。</summary>
    Withdraw,

    /// <summary>锁定：主管部门汇总以后不再改动。</summary>
    Lock,

    /// <summary>更正：公布以后发现错误，重新编一版，旧版留着。</summary>
    Correct,
}

/// <summary>编报中的角色；谁是哪一个，看他有哪项权限，不看职务。</summary>
public enum FilingRole
{
    /// <summary>编报。</summary>
    Compiler,

    /// <summary>审核。</summary>
    Reviewer,

    /// <summary>签发。</summary>
    Signer,

    /// <summary>主管部门。</summary>
    Authority,
}

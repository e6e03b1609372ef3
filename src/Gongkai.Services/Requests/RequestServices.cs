using Gongkai.Data;
using Gongkai.Services.Calendars;
using Gongkai.Services.Mailing;
using Gongkai.Services.Organisations;
using Gongkai.Services.Registers;
using Gongkai.Services.Requests.Claims;

namespace Gongkai.Services.Requests;

/// <summary>依申请公开的各项服务，凑成一套：网站、命令行、测试都从这里取。</summary>
public sealed class RequestServices
{
    /// <param name="database">打开的数据库。</param>
    /// <param name="organisations">单位与人员的服务。</param>
    /// <param name="screening">收外面来的文件以前怎样查毒；不写的不查。</param>
    /// <param name="mail">发邮件的设置；不写的不发。</param>
    public RequestServices(Database database, OrganisationServices organisations, FileScreening? screening = null, MailSettings? mail = null)
    {
        ApplicationFiles = new ApplicationFiles(database, screening ?? FileScreening.None);
        Files = new CaseFiles(database, organisations.Acts, ApplicationFiles);
        Letters = new LetterDesk(database, organisations.Acts);
        Redactions = new CaseRedactions(database, organisations.Acts);
        Intake = new CaseIntake(database, organisations.Trees, organisations.Acts, ApplicationFiles, Files);
        Desk = new CaseDesk(database, organisations.Acts, mail ?? MailSettings.Off);
        Board = new CaseBoard(database, organisations.Acts);
        Tracking = new CaseTracking(database, organisations.Trees, Desk, Files, ApplicationFiles);
        Voices = new CaseVoices(database, organisations.Acts, Tracking);
        Publications = new CasePublications(database, organisations.Acts);
        ClaimDesk = new ClaimDesk(database, organisations.Acts);
        ClaimIntake = new ClaimIntake(database, organisations.Trees, organisations.Acts, ApplicationFiles);
        ClaimBoard = new ClaimBoard(database, organisations.Acts);
        ClaimTracking = new ClaimTracking(database, organisations.Trees, ClaimDesk);
        Counting = new CaseCounting(database);
        Fees = new CaseFees(database);
        Ledger = new CaseLedger(database);
        Years = new RequestYears(database, organisations.Acts);
        Likeness = new CaseLikeness(database, organisations.Acts);
        Archive = new CaseArchive(database, organisations.Acts, Files);
        Erasure = new CaseErasure(database, organisations.Acts);
        Remedies = new CaseRemedies(database, organisations.Acts, Intake, new RegisterDesk(database, organisations.Acts), organisations.Current);
        TakeOver = new CaseTakeOver(database, organisations.Acts, Intake);
        Recomputation = new DeadlineRecomputation(database);
        Holidays = new HolidayDesk(database, organisations.Trees, organisations.Acts);
    }

    /// <summary>收申请所附的材料。</summary>
    public ApplicationFiles ApplicationFiles { get; }

    /// <summary>案卷里的文件。</summary>
    public CaseFiles Files { get; }

    /// <summary>各单位改写文书。</summary>
    public LetterDesk Letters { get; }

    /// <summary>遮盖随答复提供的文件。</summary>
    public CaseRedactions Redactions { get; }

    /// <summary>收申请。</summary>
    public CaseIntake Intake { get; }

    /// <summary>办理。</summary>
    public CaseDesk Desk { get; }

    /// <summary>看。</summary>
    public CaseBoard Board { get; }

    /// <summary>申请人查询。</summary>
    public CaseTracking Tracking { get; }

    /// <summary>申请人在答复以后说的。</summary>
    public CaseVoices Voices { get; }

    /// <summary>转为主动公开。</summary>
    public CasePublications Publications { get; }

    /// <summary>办理更正申请、投诉举报。</summary>
    public ClaimDesk ClaimDesk { get; }

    /// <summary>收更正申请、投诉举报。</summary>
    public ClaimIntake ClaimIntake { get; }

    /// <summary>看更正申请、投诉举报。</summary>
    public ClaimBoard ClaimBoard { get; }

    /// <summary>提出更正、投诉的人查询。</summary>
    public ClaimTracking ClaimTracking { get; }

    /// <summary>数表三。</summary>
    public CaseCounting Counting { get; }

    /// <summary>收取的信息处理费。</summary>
    public CaseFees Fees { get; }

    /// <summary>依申请台账。</summary>
    public CaseLedger Ledger { get; }

    /// <summary>年度快照。</summary>
    public RequestYears Years { get; }

    /// <summary>相近的。</summary>
    public CaseLikeness Likeness { get; }

    /// <summary>归档包。</summary>
    public CaseArchive Archive { get; }

    /// <summary>过了保管期限的抹去。</summary>
    public CaseErasure Erasure { get; }

    /// <summary>复议、诉讼。</summary>
    public CaseRemedies Remedies { get; }

    /// <summary>移入原来的台账。</summary>
    public CaseTakeOver TakeOver { get; }

    /// <summary>日历变了，逐件重算期限。</summary>
    public DeadlineRecomputation Recomputation { get; }

    /// <summary>节假日通知。</summary>
    public HolidayDesk Holidays { get; }
}

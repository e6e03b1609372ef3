namespace Gongkai.AnnualReports.Rules.Prose;

/// <summary>正文里的一个数为什么不能据以报错：说的可能是别的事。</summary>
internal static class Doubts
{
    public static readonly Bilingual Reviewed = ("说的可能是审查、清理、备案的文件", "it may speak of documents reviewed, cleared or filed");
    public static readonly Bilingual SomeDocuments = ("说的可能只是其中一部分文件", "it may speak of a part of the documents only");
    public static readonly Bilingual PublishedOnly = ("说的是公开的文件数，不一定是制发、废止或有效的全部", "it counts documents published, which need not be all that were issued, repealed or in force");
    public static readonly Bilingual Items = ("以项计的可能是事项数，不是决定数", "it may count items rather than decisions");
    public static readonly Bilingual CasesOpened = ("说的可能是立案、审核的件数", "it may count cases opened or examined");
    public static readonly Bilingual OtherPurchases = ("没有写明是政府集中采购", "it does not say that this is government procurement");
    public static readonly Bilingual CarriedWhat = ("没有写明结转的是申请", "it does not say that requests were carried over");
    public static readonly Bilingual SomeRequests = ("说的可能只是其中一部分申请", "it may speak of a part of the requests only");
    public static readonly Bilingual OtherRequests = ("没有写明是政府信息公开申请", "it does not say that these are requests for government information");
    public static readonly Bilingual ReceivedOrFinished = ("没有写明是收到、办理还是办结", "it does not say whether they were received, handled or finished");
    public static readonly Bilingual Range = ("数字是区间的一端，或紧挨着另一个数", "the figure is one end of a range or stands next to another figure");
    public static readonly Bilingual WhichYear = ("报告年度没有读到，不知正文说的是不是本年", "the report's year was not read, so it is unknown whether the text speaks of this year");
    public static readonly Bilingual Subordinates = ("正文说的可能是下属单位", "the text may speak of subordinate units");
    public static readonly Bilingual OtherGrounds = ("没有写明是否因信息公开引起", "it does not say whether it arose from information disclosure");
    public static readonly Bilingual CasesOfOthers = ("说的可能是办理他人的复议诉讼案件", "it may speak of handling the cases of others");
    public static readonly Bilingual SomeCases = ("说的可能只是其中一部分案件", "it may speak of a part of the cases only");
    public static readonly Bilingual Approximate = ("正文写的是约数", "the figure in the text is approximate");
    public static readonly Bilingual WholeSystem = ("正文说的可能是全市、全系统的数", "the text may speak of the whole city or system");
}

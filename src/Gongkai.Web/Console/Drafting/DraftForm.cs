using System.Globalization;
using Gongkai.Publication.Catalogue;
using Gongkai.Publication.Drafting;
using Microsoft.AspNetCore.Http;

namespace Gongkai.Web.Console.Drafting;

/// <summary>拟稿的表单填的内容：都是页面上的字，读成稿见 <see cref="DraftReading"/>。</summary>
public sealed class DraftForm
{
    /// <summary>提交的钥匙：双击只存一次。</summary>
    public string Key { get; set; } = Guid.NewGuid().ToString("N");

    /// <summary>打开时的并发版本；新拟的为 0。</summary>
    public long Version { get; set; }

    /// <summary>单位。</summary>
    public string? Unit { get; set; }

    /// <summary>存好以后去哪里：空的留在这一页，preview 去预览。</summary>
    public string? Then { get; set; }

    /// <summary>照哪一件申请拟的，存好以后与它连上；不是的为空。</summary>
    public string? Case { get; set; }

    /// <summary>名称。</summary>
    public string? Title { get; set; }

    /// <summary>内容概述。</summary>
    public string? Description { get; set; }

    /// <summary>生成日期，年-月-日。</summary>
    public string? CreatedOn { get; set; }

    /// <summary>文号。</summary>
    public string? DocumentNumber { get; set; }

    /// <summary>没有文号的原因。</summary>
    public string? WithoutNumber { get; set; }

    /// <summary>体裁。</summary>
    public string? Genre { get; set; }

    /// <summary>主题分类。</summary>
    public string? Subject { get; set; }

    /// <summary>法定公开分类。</summary>
    public string? Category { get; set; }

    /// <summary>指定的栏目。</summary>
    public string? Column { get; set; }

    /// <summary>归入事项清单的哪一项。</summary>
    public string? Matter { get; set; }

    /// <summary>五公开的标注。</summary>
    public AspectBoxes Aspects { get; set => field = value ?? new(); } = new();

    /// <summary>公开的期限。</summary>
    public string? Deadline { get; set; } = nameof(DisclosureDeadlineId.General);

    /// <summary>关键词，用顿号、逗号或空格隔开。</summary>
    public string? Keywords { get; set; }

    /// <summary>公开范围。</summary>
    public string? Audience { get; set; } = "面向社会";

    /// <summary>公开方式。</summary>
    public string? Mode { get; set; }

    /// <summary>不主动公开的理由。</summary>
    public string? Reason { get; set; }

    /// <summary>不予公开的情形。</summary>
    public string? Ground { get; set; }

    /// <summary>依据的位阶。</summary>
    public string? BasisRank { get; set; }

    /// <summary>依据的名称。</summary>
    public string? BasisTitle { get; set; }

    /// <summary>依据的条文。</summary>
    public string? BasisArticle { get; set; }

    /// <summary>法律、法规、规章有没有规定应当公开：yes、no，没有答的为空。</summary>
    public string? OtherDuty { get; set; }

    /// <summary>第三方的意见。</summary>
    public string? ThirdParty { get; set; } = nameof(ThirdPartyOpinion.NotConcerned);

    /// <summary>公共利益的认定。</summary>
    public string? PublicInterest { get; set; }

    /// <summary>来源。</summary>
    public string? Source { get; set; } = nameof(SourceKind.Made);

    /// <summary>责任机关的名称；本机关制作的不必填。</summary>
    public string? ResponsibleBody { get; set; }

    /// <summary>涉及的其他机关，一行一个。</summary>
    public string? OtherBodies { get; set; }

    /// <summary>协商确认记录。一条也没有填的，框架给的是空引用。</summary>
    public List<CoordinationLine> Coordination { get; set => field = value ?? []; } = [];

    /// <summary>依规需要批准。</summary>
    public bool NeedsApproval { get; set; }

    /// <summary>批准的机关。</summary>
    public string? ApprovalBy { get; set; }

    /// <summary>批准的日期，年-月-日。</summary>
    public string? ApprovalOn { get; set; }

    /// <summary>批准的文件。</summary>
    public string? ApprovalDocument { get; set; }

    /// <summary>正文。</summary>
    public string? Html { get; set; }

    /// <summary>已有的和刚收下的附件。</summary>
    public List<FileLine> Files { get; set => field = value ?? []; } = [];

    /// <summary>这次上传的文件。</summary>
    public IReadOnlyList<IFormFile>? Upload { get; set; }
}

/// <summary>五公开的五个勾。</summary>
public sealed class AspectBoxes
{
    /// <summary>决策公开。</summary>
    public bool Decision { get; set; }

    /// <summary>执行公开。</summary>
    public bool Execution { get; set; }

    /// <summary>管理公开。</summary>
    public bool Management { get; set; }

    /// <summary>服务公开。</summary>
    public bool Service { get; set; }

    /// <summary>结果公开。</summary>
    public bool Result { get; set; }

    internal OpennessAspects Checked => new[]
    {
        (Decision, OpennessAspects.Decision), (Execution, OpennessAspects.Execution), (Management, OpennessAspects.Management), (Service, OpennessAspects.Service), (Result, OpennessAspects.Result),
    }.Where(box => box.Item1).Aggregate(OpennessAspects.None, (all, box) => all | box.Item2);

    internal static AspectBoxes Of(OpennessAspects aspects) => new()
    {
        Decision = aspects.HasFlag(OpennessAspects.Decision), Execution = aspects.HasFlag(OpennessAspects.Execution), Management = aspects.HasFlag(OpennessAspects.Management),
        Service = aspects.HasFlag(OpennessAspects.Service), Result = aspects.HasFlag(OpennessAspects.Result),
    };
}

/// <summary>一条协商确认记录填的内容。表里的各行只用字符串：有一格认不出，框架就整行整表不要。</summary>
public sealed class CoordinationLine
{
    /// <summary>与哪个机关。</summary>
    public string? With { get; set; }

    /// <summary>哪一天，年-月-日。</summary>
    public string? On { get; set; }

    /// <summary>对方同意：yes、no。</summary>
    public string? Agreed { get; set; }

    /// <summary>函件或者记录。</summary>
    public string? Document { get; set; }
}

/// <summary>附件的一行：已经存着的凭标识，刚收下的凭收条。都用字符串，理由同 <see cref="CoordinationLine"/>。</summary>
public sealed class FileLine
{
    /// <summary>已经存着的附件的标识；刚收下的为空。</summary>
    public string? Id { get; set; }

    /// <summary>刚收下的收条；已经存着的为空。</summary>
    public string? Receipt { get; set; }

    /// <summary>给公众看的名称。</summary>
    public string? Name { get; set; }

    /// <summary>次序，小的在前；写的不是数的排在最后。</summary>
    public string? Order { get; set; }

    /// <summary>去掉：true。</summary>
    public string? Remove { get; set; }

    /// <summary>正文里的图片：true；正文不再用它的，随之去掉。</summary>
    public string? Inline { get; set; }

    internal bool IsRemoved => Remove == "true";

    internal int Position => int.TryParse(Order, NumberStyles.None, CultureInfo.InvariantCulture, out var order) ? order : int.MaxValue;

    internal AttachmentId? File => Guid.TryParse(Id, out var id) ? new AttachmentId(id) : null;

    internal static FileLine Of(Attachment file, int order) => new() { Id = file.Id.ToString(), Name = file.FileName, Order = Text(order) };

    internal static string Text(int order) => order.ToString(CultureInfo.InvariantCulture);
}

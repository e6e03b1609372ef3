using Gongkai.AnnualReports.Model;

namespace Gongkai.Bench;

/// <summary>
/// 把造出来的年报的正文补到真实年报的长短：五份种子平均三千二百多字，造的只有一半。
/// 补的是各地年报里常见的话，按种子取舍、换主题词，所以各份不同；不带会与表冲突的数。
/// </summary>
internal static class FullProse
{
    private static readonly string[] Topics =
        ["优化营商环境", "乡村振兴", "生态环境保护", "义务教育", "医疗卫生", "社会救助", "安全生产", "食品药品监管", "住房保障", "稳岗就业", "养老服务", "公共文化服务"];

    private static readonly string[] Overview =
    [
        "坚持以公开为常态、不公开为例外，围绕{0}持续加大公开力度，及时回应社会关切。",
        "聚焦{0}等重点领域，细化公开事项，明确公开主体、时限和方式，做到应公开尽公开。",
        "加强政策解读，综合运用图表、问答、视频等形式解读{0}方面的政策文件，帮助群众看得懂、用得上。",
        "结合工作实际编制{0}领域基层政务公开标准目录，并根据职能调整及时更新。",
        "围绕{0}主动征求公众意见，对收集到的建议逐条研究，并公开采纳情况和理由。",
        "对涉及{0}的重要政策，坚持政策文件与解读材料同步起草、同步审批、同步发布。",
        "通过新闻发布、在线访谈等方式介绍{0}工作的进展，增进社会公众的了解和支持。",
        "建立常态化的社会关切回应机制，对群众集中反映的{0}问题，由业务科室会同宣传科室研究后统一回应，确保口径一致、内容权威。",
        "把{0}作为全年公开工作的着力点，制定任务分解表，明确责任领导、责任科室和完成时限，逐月对照检查，确保各项任务落地见效。",
    ];

    private static readonly string[] Requests =
    [
        "进一步畅通申请渠道，完善登记、审核、办理、答复、归档各个环节的制度，依法保障公民获取信息的权利。",
        "加强与申请人的沟通，准确了解其真实需求，提供便民服务，努力减少争议。",
        "对涉及{0}的疑难事项，组织法律顾问和业务科室共同研判，确保答复合法规范。",
        "规范文书格式，统一答复口径，提高办理质量和效率。",
        "对申请内容不明确的，耐心说明需要补正的事项和理由；对不属于本机关掌握的，告知申请人向有关机关提出，尽量让群众少跑路。",
    ];

    private static readonly string[] Management =
    [
        "严格落实“先审查、后公开”的要求，对拟公开的信息从内容、文字、格式等方面认真核对，防止泄密和表述错误。",
        "定期对{0}等栏目的历史信息开展排查，对失效内容及时标注，保证信息准确权威。",
        "建立健全文件公开属性的源头认定机制，在公文起草时同步确定公开属性，随公文一并报批。",
        "加强个人信息保护，公开前对涉及隐私的内容作必要的处理。",
        "完善政策文件的集中公开和动态更新，对已经修改或者停止执行的文件，在{0}栏目中作出明显标识，方便公众查询和使用。",
    ];

    private static readonly string[] Platforms =
    [
        "按照集约化要求推进平台建设，优化页面布局和检索功能，提升{0}专题的浏览体验。",
        "落实政务新媒体管理制度，严把内容关口，坚持正确的舆论导向，发挥传播优势。",
        "在便民服务大厅设置信息查阅点，配备查询设备和工作人员，为老年人等群体提供帮助。",
        "加强网络安全防护，安排专人值守，定期开展应急演练，保障平台平稳运行。",
        "整合分散的信息资源，推动{0}数据与办事服务相互衔接，让群众在一个页面就能看政策、找流程、问进度，不断改善使用体验。",
    ];

    private static readonly string[] Supervision =
    [
        "主要负责同志定期听取汇报，研究解决工作中的困难，分管负责同志具体推动落实。",
        "将{0}信息公开情况列入内部督查范围，发现不足立即督促整改，形成闭环管理。",
        "邀请群众代表参加政府开放日活动，现场听取对{0}工作的意见，自觉接受社会监督。",
        "组织学习新修订的法规和上级文件，交流典型做法，提升队伍的业务能力。",
        "针对检查中反映的{0}信息发布滞后、解读不够通俗等情况，及时约谈相关科室，督促其分析原因、限期改正，并跟踪整改的效果。",
    ];

    private static readonly string[] Problems =
    [
        "在{0}方面，公开内容与公众的期待还有一定差距，主动性需要增强。",
        "工作人员的业务能力还需提高，个别科室对政策的理解不够深入。",
        "公开形式较为单一，与群众的互动不够充分。",
    ];

    private static readonly string[] Improvements =
    [
        "下一步将围绕{0}深化公开内容，拓展公开渠道，更好满足群众需求。",
        "加强业务学习和交流，提高工作人员的专业水平，确保各项要求落到实处。",
        "丰富公开形式，增加图文、音频等内容，注重与公众的良性互动。",
        "完善工作机制，压实各科室责任，推动公开工作提质增效。",
        "加强与兄弟单位的交流，借鉴在{0}公开方面的好经验、好做法，结合自身实际加以改进，努力形成可以推广的工作模式。",
    ];

    private static readonly string[] Others =
    [
        "围绕年度政务公开工作要点，逐项明确责任科室和完成时限，{0}等任务均已落实。",
        "积极探索创新，在{0}领域推行公开专区建设，受到企业和群众的好评。",
    ];

    public static AnnualReport Extend(AnnualReport report, int seed)
    {
        var random = new Random(seed);
        return report with { Sections = [.. report.Sections.Select(section => section with { Paragraphs = [.. Paragraphs(section, random)] })] };
    }

    private static IEnumerable<ReportParagraph> Paragraphs(ReportSection section, Random random) => section.Paragraphs.Select(paragraph => paragraph.Text switch
    {
        ['（', '一', ..] => With(paragraph, Overview, random),
        ['（', '二', ..] => With(paragraph, Requests, random),
        ['（', '三', ..] => With(paragraph, Management, random),
        ['（', '四', ..] => With(paragraph, Platforms, random),
        ['（', '五', ..] => With(paragraph, Supervision, random),
        ['存', ..] => With(paragraph, Problems, random),
        ['改', ..] => With(paragraph, Improvements, random),
        ['其', ..] => With(paragraph, Others, random),
        _ => paragraph,
    });

    /// <summary>接上打乱次序的各句，偶尔少一句；每句换一个主题词。</summary>
    private static ReportParagraph With(ReportParagraph paragraph, string[] sentences, Random random)
    {
        var order = sentences.ToArray();
        random.Shuffle(order);
        var count = order.Length - random.Next(2);
        return paragraph with { Text = paragraph.Text + string.Concat(order.Take(count).Select(sentence => sentence.Replace("{0}", Topics[random.Next(Topics.Length)], StringComparison.Ordinal))) };
    }
}

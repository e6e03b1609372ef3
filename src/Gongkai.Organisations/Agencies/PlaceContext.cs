using System.Text.RegularExpressions;

namespace Gongkai.Organisations.Agencies;

/// <summary>正常提及外地的语境：对口协作、学习考察、办会参展、疫情、法院、企业高校、道路、山水名胜。</summary>
internal static partial class PlaceContext
{
    private const int Reach = 60;

    /// <summary>[start, end) 处的地名是不是正常提及。</summary>
    /// <param name="isShort">只有简称：还要看它是不是路名、景名、活动名的一部分。</param>
    public static bool Excuses(string text, int start, int end, bool isShort)
    {
        var after = text.AsSpan(end, Math.Min(Reach, text.Length - end));
        if (Institution().IsMatch(after)) return true;
        if (isShort && (Street().IsMatch(after) || Landmark().IsMatch(after))) return true;
        var sentence = Around(text, start, end, "。；！？;!?\n");
        if (Regional().IsMatch(text.AsSpan(sentence.Start, sentence.Length))) return true;
        var clause = Around(text, start, end, "，。；！？,;!?\n：");
        if (Cooperation().IsMatch(text.AsSpan(clause.Start, clause.Length))) return true;
        var before = text.AsSpan(clause.Start, start - clause.Start);
        var rest = text.AsSpan(end, clause.Start + clause.Length - end);
        return MovingThere().IsMatch(before)
            || (Together().IsMatch(before) && JointAct().IsMatch(rest))
            || HeldThere().IsMatch(rest);
    }

    /// <summary>所在的句子或小句：到给定的标点为止，至多左右各 <see cref="Reach"/> 字。顿号不断句，好让并列的地名同进退。</summary>
    private static (int Start, int Length) Around(string text, int start, int end, string stops)
    {
        var from = start;
        while (from > 0 && start - from < Reach && !stops.Contains(text[from - 1], StringComparison.Ordinal)) from--;
        var to = end;
        while (to < text.Length && to - end < Reach && !stops.Contains(text[to], StringComparison.Ordinal)) to++;
        return (from, to - from);
    }

    [GeneratedRegex("^[\u4e00-\u9fff（）()]{0,16}?(?:法院|法庭|检察院|仲裁委员会|公司|事务所|研究院|研究所|大学|学院|银行|集团|出版社|基金会|医院|航空)", RegexOptions.NonBacktracking)]
    private static partial Regex Institution();

    [GeneratedRegex("^[东南西北中一二三四五六七八九十]?(?:路|大道|街|巷|桥|饭店|酒店|宾馆|大厦)", RegexOptions.NonBacktracking)]
    private static partial Regex Street();

    [GeneratedRegex("^(?:江|河|湖|山|岛|海|湾|峡|溪|站|机场|水库|流域|盆地|平原|高原|景区|古城|古镇|石窟|故居|会议|精神|战役|起义|条约|协定|宣言|时间|冬奥|奥运|亚运|世博|进博|峰会|论坛|籍|话|菜|酒|茶|戏|剧|绣|玉|陶|砚)", RegexOptions.NonBacktracking)]
    private static partial Regex Landmark();

    [GeneratedRegex("对口(?:支援|帮扶|协作|合作)|援疆|援藏|援青|援鄂|驰援|东西部协作|长三角|京津冀|粤港澳|大湾区|疫情|确诊|密接", RegexOptions.NonBacktracking)]
    private static partial Regex Regional();

    [GeneratedRegex("支援|协作|结对|友好城市|友城|跨省|异地|跨区域|城市群|都市圈|经济圈|经济带|自由贸易|隔离|中高风险|返乡|推介|招商|客源|航线|专列|高铁|博览会|交易会|展销|巡演|巡展|锦标赛|联赛", RegexOptions.NonBacktracking)]
    private static partial Regex Cooperation();

    [GeneratedRegex("(?:赴|前往|来自|走进|远赴|对标|学习|借鉴|联合|携手|援助|帮扶|驻|毗邻|接壤|相邻|销往|途经|通往|落户)[\u4e00-\u9fff、]{0,12}$", RegexOptions.NonBacktracking)]
    private static partial Regex MovingThere();

    [GeneratedRegex("[与同和跟到在向][\u4e00-\u9fff、]{0,12}$", RegexOptions.NonBacktracking)]
    private static partial Regex Together();

    [GeneratedRegex("合作|签订|签署|共建|交流|联动|联合|考察|学习|调研|参观|观摩|接洽|挂职|跟班|培训|参加|参展", RegexOptions.NonBacktracking)]
    private static partial Regex JointAct();

    [GeneratedRegex("^[\u4e00-\u9fff、]{0,8}?(?:举办|召开|举行|承办|主办|开幕|经验|做法|模式|等地|等省|等市)", RegexOptions.NonBacktracking)]
    private static partial Regex HeldThere();
}

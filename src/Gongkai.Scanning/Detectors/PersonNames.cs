using System.Buffers;

namespace Gongkai.Scanning.Detectors;

/// <summary>人名：常见的姓加一至三个字；已经遮盖的（张某某、李*）不算。</summary>
internal static class PersonNames
{
    /// <summary>常见的单姓，约合人口的百分之九十七。</summary>
    private const string Surnames =
        "王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎余潘杜戴夏钟汪田任姜范方石姚谭廖邹熊金陆郝孔白崔康毛邱秦江史顾侯邵孟龙万段雷钱汤尹黎易常武乔贺赖龚文" +
        "庞樊兰殷施陶洪翟安颜倪严牛温芦季俞章鲁葛伍韦申尤毕聂丛焦向柳邢路岳齐梅莫庄辛管祝左涂谷祁时舒耿牟卜詹关苗凌费纪靳盛童欧甄项曲成游阳裴席卫查屈鲍位覃霍翁隋植甘景薄单包司柏宁柯阮桂闵解强柴华车冉房边" +
        "辜吉饶刁瞿戚丘古米池滕晋苑邬臧畅宫来嵺苟全褚廉简娄盖符奚木穆党燕郎邸冀谈姬屠连郜晏栾郁商蒙计喻揭窦迟宇敖糜鄢冷卓花仇艾蓝都巩稽井练仲乐虞卞封竺冼原官衣楚佟栗匡宗应台巫鞠僧桑荆谌银扬明沙薄伏岑习胥保和蔺肖闫";

    private static readonly string[] Compound = ["欧阳", "上官", "司马", "诸葛", "皇甫", "尉迟", "公孙", "慕容", "令狐", "长孙", "宇文", "司徒", "夏侯", "东方", "端木", "闻人", "南宫"];

    private static readonly SearchValues<char> NotInNames = SearchValues.Create("0123456789*×");

    /// <summary>表头、表单里的词，虽以姓开头，却不是人名。</summary>
    private static readonly string[] Words =
        ["申请", "单位", "地址", "电话", "名称", "号码", "时间", "时限", "金额", "方式", "关系", "成员", "项目", "安置", "包括", "合计", "总计", "全部", "明细", "施工", "管理", "计划", "关于", "任务", "任职", "和", "及", "等"];

    /// <summary>看上去是不是一个没有遮盖的人名。</summary>
    public static bool IsName(ReadOnlySpan<char> text)
    {
        if (text.Length is < 2 or > 4)
            return text.Length is > 4 and <= 20 && text.Contains('·') && !text.ContainsAny(NotInNames);
        foreach (var character in text)
            if (character is < '\u4e00' or > '\u9fa5' or '某') return false;
        foreach (var word in Words)
            if (text.Contains(word, StringComparison.Ordinal)) return false;
        foreach (var surname in Compound)
            if (text.StartsWith(surname, StringComparison.Ordinal)) return text.Length > surname.Length;
        return text.Length < 4 && Surnames.Contains(text[0]);
    }
}

namespace Gongkai.AnnualReports.Rules;

/// <summary>各条规则共用的依据。</summary>
internal static class Sources
{
    public static Bilingual Regulation { get; } = ("《政府信息公开条例》", "Regulation on Government Information Disclosure");
    public static Bilingual Form2019 { get; } = ("《政府信息公开工作年度报告格式（试行）》（国办公开办函〔2019〕60号）", "Form of the Annual Report on Government Information Disclosure (trial; “国办公开办函〔2019〕60号”)");
    public static Bilingual Form2021 { get; } = ("《政府信息公开工作年度报告格式》（国办公开办函〔2021〕30号）", "Form of the Annual Report on Government Information Disclosure (“国办公开办函〔2021〕30号”)");
    public static Bilingual Forms { get; } = ("《政府信息公开工作年度报告格式》（国办公开办函〔2021〕30号；2019、2020年度为〔2019〕60号）",
        "Form of the Annual Report on Government Information Disclosure (“国办公开办函〔2021〕30号”; for 2019 and 2020 “〔2019〕60号”)");
    public static Bilingual Article50 { get; } = Regulation + ("第五十条", ", Article 50");
    public static Bilingual FeeMeasures { get; } = ("《政府信息公开信息处理费管理办法》（国办函〔2020〕109号）", "Measures on Information Handling Fees for Government Information Disclosure (“国办函〔2020〕109号”)");
}

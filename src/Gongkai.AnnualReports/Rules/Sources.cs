namespace Gongkai.AnnualReports.Rules;

/// <summary>各条规则共用的依据。</summary>
internal static class Sources
{
    public const string Regulation = "《政府信息公开条例》";
    public const string Form2019 = "《政府信息公开工作年度报告格式（试行）》（国办公开办函〔2019〕60号）";
    public const string Form2021 = "《政府信息公开工作年度报告格式》（国办公开办函〔2021〕30号）";
    public const string Forms = "《政府信息公开工作年度报告格式》（国办公开办函〔2021〕30号；2019、2020年度为〔2019〕60号）";
    public const string Article50 = Regulation + "第五十条";
    public const string FeeMeasures = "《政府信息公开信息处理费管理办法》（国办函〔2020〕109号）";
}

namespace Gongkai.Publication.Normative;

/// <summary>年报表二的一行：本年制发件数、本年废止件数、现行有效件数。</summary>
/// <param name="Issued">本年制发：印发之日在本年。</param>
/// <param name="Repealed">本年废止：本年起不再有效的，含宣布失效和有效期满。</param>
/// <param name="InForce">现行有效：12月31日已经印发而没有失效、废止的；已印发未施行的也在内，三个数才勾稽。</param>
public sealed record NormativeCounts(int Issued, int Repealed, int InForce)
{
    /// <summary>由库统计；修改不增减件数。上年有效＋本年制发−本年废止＝本年有效，恒成立。</summary>
    /// <param name="documents">本单位（连同它所承接的单位）的文件。</param>
    /// <param name="kind">规章还是行政规范性文件。</param>
    /// <param name="year">年度。</param>
    public static NormativeCounts Of(IEnumerable<NormativeDocument> documents, NormativeKind kind, int year)
    {
        var all = documents.Where(document => document.Kind == kind).ToList();
        return new NormativeCounts(
            all.Count(document => document.Facts.IssuedOn.Year == year),
            all.Count(document => document.EndedOn?.Year == year),
            all.Count(document => IsCounted(document, new DateOnly(year, 12, 31))));
    }

    private static bool IsCounted(NormativeDocument document, DateOnly date) =>
        document.StatusOn(date) is NormativeStatus.NotYetEffective or NormativeStatus.Valid or NormativeStatus.Amended;
}

/// <summary>年报表二的一行，2019 年的格式（2019、2020 年度）：本年新制作数量、本年新公开数量、对外公开总数量。</summary>
/// <param name="Made">本年新制作：印发之日在本年。</param>
/// <param name="Published">本年新公开：公布之日在本年，印发在从前的也在内。</param>
/// <param name="TotalPublished">对外公开总数：截至12月31日累计公布过的，历年的都在内；后来失效、废止的照样公开着，不减。</param>
public sealed record NormativePublicity(int Made, int Published, int TotalPublished)
{
    /// <summary>由库统计。上年总数＋本年新公开＝本年总数，恒成立。</summary>
    /// <param name="documents">本单位（连同它所承接的单位）的文件。</param>
    /// <param name="kind">规章还是规范性文件。</param>
    /// <param name="year">年度。</param>
    public static NormativePublicity Of(IEnumerable<NormativeDocument> documents, NormativeKind kind, int year)
    {
        var all = documents.Where(document => document.Kind == kind).ToList();
        return new NormativePublicity(
            all.Count(document => document.Facts.IssuedOn.Year == year),
            all.Count(document => document.Facts.PublishedOn?.Year == year),
            all.Count(document => document.Facts.PublishedOn?.Year <= year));
    }
}

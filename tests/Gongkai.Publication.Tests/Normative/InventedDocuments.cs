using Gongkai.Organisations.Units;
using Gongkai.Publication.Catalogue;
using Gongkai.Publication.Normative;

namespace Gongkai.Publication.Tests.Normative;

/// <summary>虚构的规范性文件。</summary>
internal static class InventedDocuments
{
    public static readonly DateOnly Today = new(2026, 6, 1);
    public static readonly RegulationPower NoPower = new(false, "部门不能制定规章，地方规章由政府制定", null, false);
    public static readonly NormativeBasis Decision = new(null, "云政发〔2025〕9号");

    public static NormativeId Id(int number) => new(new Guid($"0190eeee-0000-7000-8000-{number:000000000000}"));

    public static NormativeDocument Document(int number, DateOnly issued, DateOnly? expires = null) => new(Id(number), 1, InventedItems.Unit, NormativeKind.NormativeDocument, new NormativeFacts
    {
        Title = $"云泽市第{number}号办法", IssuedOn = issued, PublishedOn = issued, EffectiveOn = issued, ExpiresOn = expires, LegalReview = $"云审{number}",
        DocumentNumber = new DocumentNumber("云文旅规", issued.Year, number),
    }, []);

    public static NormativeRegister Register(params ReadOnlySpan<NormativeDocument> documents) => NormativeRegister.Of(documents.ToArray());
}

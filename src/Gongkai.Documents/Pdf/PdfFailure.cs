using Gongkai.Law;

namespace Gongkai.Documents.Pdf;

/// <summary>poppler 与 qpdf 的错误信息变成一句话。</summary>
internal static class PdfFailure
{
    public static Refusal Of(string errors)
    {
        if (Says(errors, "Incorrect password") || Says(errors, "invalid password") || Says(errors, "security handler") || Says(errors, "encryption"))
            return Unreadable.Encrypted;
        if (Says(errors, "not allowed")) return new Refusal(Say("PDF 不许提取文字，请解除限制后再读", "the PDF forbids taking its text; remove the restriction first"));
        if (Says(errors, "not be a PDF file")) return Unreadable.NotADocument(Say("别的内容，扩展名或开头却是 PDF", "something else, although its extension or its beginning says PDF"));
        return Unreadable.Damaged("PDF");
    }

    /// <summary>读成了，但目录要靠重建。</summary>
    public static bool WasRepaired(string errors) =>
        Says(errors, "xref") || Says(errors, "trailer") || Says(errors, "page tree") || Says(errors, "stream");

    private static bool Says(string errors, string phrase) => errors.Contains(phrase, StringComparison.OrdinalIgnoreCase);
}

using Gongkai.Law.Citations;

namespace Gongkai.Law;

/// <summary>条文出处：哪部法律文件的第几条；没有条号时指全文。</summary>
/// <param name="Document">法律文件的简称，连书名号，例如“《政府信息公开条例》”。</param>
/// <param name="Article">条款项，例如“第三十三条第二款”；为空指全文。</param>
public sealed record Citation(string Document, string? Article = null)
{
    public override string ToString() => Say($"{Document}{Article}", $"{EnglishCitation.Of(this)}");
}

using Microsoft.AspNetCore.Http;

namespace Gongkai.Web.Console.Drafting;

/// <summary>从 Word 文件拟稿填的。</summary>
public sealed class ImportForm
{
    /// <summary>文件。</summary>
    public IFormFile? File { get; set; }

    /// <summary>原件留作附件。</summary>
    public bool Keep { get; set; }
}

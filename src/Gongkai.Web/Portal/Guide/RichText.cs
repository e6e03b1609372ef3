using Gongkai.Publication.Drafting;
using Gongkai.Web.Portal.Items;
using Microsoft.AspNetCore.Components;

namespace Gongkai.Web.Portal.Guide;

/// <summary>指南、制度里撰写的文字：存的时候清洗过，没有附件，图片一概不要。</summary>
internal static class RichText
{
    public static MarkupString Of(string html) => (MarkupString)ItemBody.Render("", new ItemContent(html, [], []));
}

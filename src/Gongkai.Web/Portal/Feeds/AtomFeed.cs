using System.Globalization;
using System.Text;
using System.Xml;
using Gongkai.Services.Publication;
using Microsoft.AspNetCore.Http;

namespace Gongkai.Web.Portal.Feeds;

/// <summary>订阅（Atom，RFC 4287）：题目、页面的地址、各条。条目的标识是它的网址，永远不变。</summary>
/// <param name="Title">题目。</param>
/// <param name="Page">对应的页面，站内的地址。</param>
/// <param name="Entries">各条，新的在前。</param>
internal sealed record AtomFeed(string Title, string Page, IReadOnlyList<AtomEntry> Entries)
{
    /// <summary>目录的各条。</summary>
    public AtomFeed(string title, string page, IEnumerable<CatalogueEntry> entries)
        : this(title, page, [.. entries.Select(AtomEntry.Of)])
    {
    }

    private const string Namespace = "http://www.w3.org/2005/Atom";

    private const string MediaType = "application/atom+xml; charset=utf-8";

    /// <summary>写成回答。</summary>
    /// <param name="site">网站的名称，作者一项用。</param>
    public IResult ToResult(HttpRequest request, string site) => Results.Text(Write(request, site), MediaType, Encoding.UTF8);

    private string Write(HttpRequest request, string site)
    {
        var text = new StringBuilder();
        using (var xml = XmlWriter.Create(new Utf8Text(text), new XmlWriterSettings { Indent = true }))
        {
            xml.WriteStartElement("feed", Namespace);
            Element(xml, "title", Title);
            Element(xml, "id", PortalAddress.Absolute(request, Page));
            Link(xml, "alternate", PortalAddress.Absolute(request, Page));
            Link(xml, "self", PortalAddress.Absolute(request, request.Path + request.QueryString.ToUriComponent()));
            // 一条也没有的，写纪元：不看钟，同样的内容总写成同样的字节。
            Element(xml, "updated", Moment(Entries.Count > 0 ? Entries.Max(entry => entry.UpdatedAt) : DateTimeOffset.UnixEpoch));
            Author(xml, site);
            foreach (var entry in Entries) Entry(xml, request, entry);
            xml.WriteEndElement();
        }

        return text.ToString();
    }

    private static void Entry(XmlWriter xml, HttpRequest request, AtomEntry entry)
    {
        var address = PortalAddress.Absolute(request, entry.Address);
        xml.WriteStartElement("entry", Namespace);
        Element(xml, "title", entry.Title);
        Element(xml, "id", address);
        Link(xml, "alternate", address);
        Element(xml, "published", Moment(entry.PublishedAt));
        Element(xml, "updated", Moment(entry.UpdatedAt));
        Author(xml, entry.Author);
        Element(xml, "summary", entry.Summary);
        xml.WriteEndElement();
    }

    private static void Author(XmlWriter xml, string name)
    {
        xml.WriteStartElement("author", Namespace);
        Element(xml, "name", name);
        xml.WriteEndElement();
    }

    private static void Link(XmlWriter xml, string relation, string address)
    {
        xml.WriteStartElement("link", Namespace);
        xml.WriteAttributeString("rel", relation);
        xml.WriteAttributeString("href", address);
        xml.WriteEndElement();
    }

    private static void Element(XmlWriter xml, string name, string text) => xml.WriteElementString(name, Namespace, XmlSafe(text));

    // XML 里写不下的控制字符、半个代理对：去掉，不让一个标题弄坏整份订阅。
    private static string XmlSafe(string text) => string.Concat(text.EnumerateRunes().Where(rune => rune.IsBmp ? XmlConvert.IsXmlChar((char)rune.Value) : true));

    private static string Moment(DateTimeOffset at) => at.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture);

    private sealed class Utf8Text(StringBuilder text) : StringWriter(text, CultureInfo.InvariantCulture)
    {
        public override Encoding Encoding => Encoding.UTF8;
    }
}

/// <summary>订阅的一条。</summary>
/// <param name="Title">题目。</param>
/// <param name="Address">站内的地址，也是它的标识。</param>
/// <param name="Author">机关。</param>
/// <param name="PublishedAt">首次发布的时刻。</param>
/// <param name="UpdatedAt">最近发布的时刻。</param>
/// <param name="Summary">概述。</param>
internal sealed record AtomEntry(string Title, string Address, string Author, DateTimeOffset PublishedAt, DateTimeOffset UpdatedAt, string Summary)
{
    /// <summary>目录的一条。</summary>
    public static AtomEntry Of(CatalogueEntry entry) => new(entry.Title, PortalAddress.OfItem(entry.ShortId), entry.UnitName, entry.PublishedAt, entry.UpdatedAt, entry.Description);
}

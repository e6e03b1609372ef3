using System.Xml;
using System.Xml.Linq;
using Gongkai.Documents.Inspection;
using Gongkai.Documents.Ofd;
using Gongkai.Documents.Packages;
using Gongkai.Law;

namespace Gongkai.Documents.Cleaning;

/// <summary>净化 OFD：文档信息、批注、附件、旧版本、自定义标引去掉，看不见与整个被盖住的文字对象去掉。签过名的不动：改一个字节签名就失效。</summary>
internal static class OfdCleaner
{
    private static readonly string[] OfDocument = ["Annotations", "Attachments", "CustomTags", "Extensions", "Actions"];

    /// <summary>写着别的部件在哪里的元素：位置在属性里，或者就是它的文字。</summary>
    private static readonly string[] Located = ["DocRoot", "DocumentRes", "PublicRes", "PageRes", "MediaFile", "FontFile", "ColorSpace", "Page", "TemplatePage"];

    public static Outcome<CleanedFile> Clean(ReadOnlyMemory<byte> content, ReadLimits limits)
    {
        var opened = ZipParts.Open(content, limits);
        if (!opened.Succeeded) return opened.Refusal!;
        using var parts = opened.Value;
        if (OfdReader.IsEncrypted(parts)) return Unreadable.Encrypted;
        var loaded = EditablePackage.Load(content, limits);
        if (!loaded.Succeeded) return loaded.Refusal!;
        try
        {
            return Clean(loaded.Value, new OfdPackage(parts, limits), parts);
        }
        catch (Exception error) when (error is XmlException || ZipParts.IsDamage(error))
        {
            return Unreadable.Damaged("OFD");
        }
    }

    private static Outcome<CleanedFile> Clean(EditablePackage package, OfdPackage reading, ZipParts parts)
    {
        if (package.Tree("OFD.xml") is not { Root: { } root } entry) return Unreadable.Incomplete("OFD", Say("入口", "entry"));
        if (root.Descendants().Any(element => element.Name.LocalName == "Signatures")) return new Refusal(Say("OFD 有电子签名或签章，改动以后就失效了：请由制发单位在签章之前净化", "the OFD is signed or sealed and any change breaks that: have it cleaned before it is sealed"));
        var removed = new RemovedMatter();
        foreach (var information in root.Descendants().Where(element => element.Name.LocalName == "DocInfo").ToList())
        {
            if (information.Elements().Any(element => element.Name.LocalName != "DocID")) removed.Add(Say("文档信息", "document information"));
            information.Elements().Where(element => element.Name.LocalName != "DocID").Remove();
        }

        root.Descendants().Where(element => element.Name.LocalName == "Versions").Remove();
        package.Save("OFD.xml", entry);
        foreach (var path in root.Descendants().Where(element => element.Name.LocalName == "DocRoot").Select(element => OfdPackage.Resolve("OFD.xml", element.Value)).ToList())
        {
            if (package.Tree(path) is not { Root: { } document } tree) return Unreadable.Damaged("OFD");
            foreach (var element in document.Descendants().Where(element => OfDocument.Contains(element.Name.LocalName, StringComparer.Ordinal)).ToList())
            {
                if (element.Name.LocalName is "Annotations" or "Attachments") removed.Add(element.Name.LocalName == "Annotations" ? Say("批注", "comments") : Say("附件", "attachments"));
                element.Remove();
            }

            package.Save(path, tree);
            if (CleanPages(package, reading, parts, path, removed) is { } refused) return refused;
        }

        Prune(package);
        ImageCleaner.CleanAll(package, "/Res/", removed);
        return new CleanedFile(package.ToBytes(), ".ofd", removed.Sentences);
    }

    private static Refusal? CleanPages(EditablePackage package, OfdPackage reading, ZipParts parts, string root, RemovedMatter removed)
    {
        if (OfdDocument.Read(reading, root) is not { } document) return Unreadable.Damaged("OFD");
        var covering = new OfdCovering(OfdImages.Opaque(reading, parts, root));
        foreach (var (index, path) in document.Pages.Index())
        {
            if (package.Tree(path) is not { Root: { } page } tree) continue;
            using var xml = reading.Open(path);
            if (xml is null) continue;
            var unseen = covering.FindObjects(reading.Elements(xml));
            if (unseen.Count == 0) continue;
            if (unseen.Exists(one => !one.Wholly)) return new Refusal(Say($"第{index + 1}页有一行字被盖住一部分，OFD 不能只去掉这一部分：请在原稿里删去", $"a line on page {index + 1} is covered in part, which cannot be removed from an OFD: delete it in the draft"));
            var objects = page.Descendants().Where(element => element.Name.LocalName == "TextObject").ToList();
            foreach (var one in unseen.DistinctBy(one => one.Object))
            {
                objects[one.Object].Remove();
                removed.Add(Say("看不见的文字", "text that cannot be seen"));
            }

            package.Save(path, tree);
        }

        return null;
    }

    /// <summary>从入口走一遍，走不到的部件不写：批注、附件、旧版本、塞进去的文件。</summary>
    private static void Prune(EditablePackage package)
    {
        var reached = new HashSet<string>(StringComparer.OrdinalIgnoreCase) { "OFD.xml" };
        var waiting = new Queue<string>(reached);
        while (waiting.TryDequeue(out var path))
        {
            if (!path.EndsWith(".xml", StringComparison.OrdinalIgnoreCase) || package.Tree(path)?.Root is not { } root) continue;
            var folder = root.Name.LocalName == "Res" && (string?)root.Attribute("BaseLoc") is { Length: > 0 } place ? OfdPackage.Resolve(path, place) + "/x" : path;
            foreach (var element in root.Descendants().Where(element => Located.Contains(element.Name.LocalName, StringComparer.Ordinal)))
                foreach (var location in new[] { (string?)element.Attribute("BaseLoc") ?? (string?)element.Attribute("Profile"), element.HasElements ? null : element.Value })
                    if (location is { Length: > 0 })
                        foreach (var target in new[] { OfdPackage.Resolve(folder, location), OfdPackage.Resolve(path, location) })
                            if (package.Contains(target) && reached.Add(target)) waiting.Enqueue(target);
        }

        foreach (var name in package.Names.Where(name => !reached.Contains(name)).ToList()) package.Remove(name);
    }
}

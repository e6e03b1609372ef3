using Gongkai.Documents.Flow;
using Gongkai.Documents.Packages;

namespace Gongkai.Documents.Inspection;

/// <summary>xlsx 的批注（旧称备注）与会话式批注；会话式的作者另存在人员名单里。</summary>
internal static class ExcelComments
{
    public static IEnumerable<FileComment> Read(ZipParts parts, FlowBudget budget)
    {
        var people = People(parts, budget);
        foreach (var part in parts.Names.Where(IsComments).Order(StringComparer.Ordinal))
            foreach (var comment in Comments(parts, part, people, budget))
                yield return comment;
    }

    private static bool IsComments(string name) =>
        ExcelTraces.Under(name, "xl/") && name.Contains("comment", StringComparison.OrdinalIgnoreCase)
        && name.EndsWith(".xml", StringComparison.OrdinalIgnoreCase);

    private static List<FileComment> Comments(ZipParts parts, string part, Dictionary<string, string> people, FlowBudget budget)
    {
        var authors = new List<string>();
        var comments = new List<FileComment>();
        using var xml = XmlCursor.Open(parts.Find(part)!, budget);
        for (var depth = xml.Enter(); xml.Next(depth);)
        {
            if (xml.Name == "threadedComment")
            {
                budget.Spend(1);
                comments.Add(new FileComment(Say($"批注（{xml.Attribute("ref")}）", $"comment ({xml.Attribute("ref")})"), people.GetValueOrDefault(xml.Attribute("personId") ?? "", ""), xml.Text()));
                continue;
            }

            var inAuthors = xml.Name == "authors";
            for (var inner = xml.Enter(); xml.Next(inner);)
            {
                budget.Spend(1);
                if (inAuthors) authors.Add(xml.Text());
                else if (xml.Name == "comment")
                {
                    var author = int.TryParse(xml.Attribute("authorId"), out var index) ? authors.ElementAtOrDefault(index) : null;
                    comments.Add(new FileComment(Say($"批注（{xml.Attribute("ref")}）", $"comment ({xml.Attribute("ref")})"), author ?? "", xml.Text()));
                }
            }
        }

        return comments;
    }

    private static Dictionary<string, string> People(ZipParts parts, FlowBudget budget)
    {
        var people = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var part in parts.Names.Where(name => ExcelTraces.Under(name, "xl/persons/")))
        {
            using var xml = XmlCursor.Open(parts.Find(part)!, budget);
            for (var depth = xml.Enter(); xml.Next(depth);)
            {
                budget.Spend(1);
                people[xml.Attribute("id") ?? ""] = xml.Attribute("displayName") ?? "";
            }
        }

        return people;
    }
}

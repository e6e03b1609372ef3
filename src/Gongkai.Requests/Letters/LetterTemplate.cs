using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Text.RegularExpressions;

namespace Gongkai.Requests.Letters;

/// <summary>写给谁。</summary>
public enum Addressee
{
    /// <summary>申请人。</summary>
    Applicant,

    /// <summary>第三方。</summary>
    ThirdParty,

    /// <summary>共同制作机关。</summary>
    JointMaker,
}

/// <summary>一种文书的样子：标题、写给谁、正文各段，<c>{…}</c> 是要填的项；<c>{…?}</c> 可以没有，没有的这一段不写。</summary>
/// <param name="Id">标识，例如 CorrectionNotice；答复书的是结局。</param>
/// <param name="Title">标题。</param>
/// <param name="To">写给谁。</param>
/// <param name="For">流程里的哪件事，或者哪个结局。</param>
/// <param name="Paragraphs">正文各段。</param>
public sealed partial record LetterTemplate(string Id, string Title, Addressee To, string For, ImmutableArray<string> Paragraphs)
{
    private const char Optional = '?';

    /// <summary>要填的各项，按出现的先后，不重复；可以没有的不在内。</summary>
    public ImmutableArray<string> Fields => [.. AllFields.Where(name => !name.EndsWith(Optional))];

    /// <summary>能填的各项，可以没有的也在内（连着问号）。</summary>
    public IEnumerable<string> AllFields => Paragraphs.SelectMany(Named).Distinct();

    /// <summary>这一段要写：里面可以没有的各项都有。</summary>
    internal static bool IsDue(string paragraph, IReadOnlyDictionary<string, string> fields) => Named(paragraph).Where(field => field.EndsWith(Optional)).All(field => !string.IsNullOrWhiteSpace(fields.GetValueOrDefault(field.TrimEnd(Optional))));

    /// <summary>填好的一段。</summary>
    internal static string Fill(string paragraph, Func<string, string> value) => Placeholder().Replace(paragraph, match => value(match.Groups[1].Value.TrimEnd(Optional)));

    private static IEnumerable<string> Named(string paragraph) => Placeholder().Matches(paragraph).Select(match => match.Groups[1].Value);

    [GeneratedRegex(@"\{([^{}]+)\}", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Placeholder();
}

/// <summary>文书的样子，各一份，写在 <c>letters.md</c>；各单位可以改自己的，改了的另存。</summary>
public static class LetterTemplates
{
    private static readonly FrozenDictionary<string, Addressee> Addressees = new Dictionary<string, Addressee>(StringComparer.Ordinal)
    {
        ["申请人"] = Addressee.Applicant, ["第三方"] = Addressee.ThirdParty, ["共同制作机关"] = Addressee.JointMaker,
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>各种文书，按文件里的顺序。</summary>
    public static ImmutableArray<LetterTemplate> All { get; } = Load();

    /// <summary>某一种；没有的为空。</summary>
    public static LetterTemplate? Find(string id) => All.FirstOrDefault(template => template.Id == id);

    private static ImmutableArray<LetterTemplate> Load()
    {
        using var reader = new StreamReader(typeof(LetterTemplates).Assembly.GetManifestResourceStream("Letters/letters.md")!);
        return [.. reader.ReadToEnd().ReplaceLineEndings("\n").Split("\n## ").Skip(1).Select(Read)];
    }

    private static LetterTemplate Read(string section)
    {
        var lines = section.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        var heading = lines[0].Split(' ', 2);
        return new LetterTemplate(heading[0], heading[1], Addressees[After(lines[1], "至：")], After(lines[2], "用于："), [.. lines[3..]]);
    }

    private static string After(string line, string mark) =>
        line.StartsWith(mark, StringComparison.Ordinal) ? line[mark.Length..] : throw new InvalidOperationException($"letters.md 的一行应当以“{mark}”起头：{line}");
}

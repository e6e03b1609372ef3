using System.Security.Cryptography;
using System.Text.Json;
using Gongkai.Data;
using Gongkai.Data.Attachments;
using Gongkai.Documents;
using Gongkai.Documents.Programs;
using Gongkai.Law;

namespace Gongkai.Services.Requests;

/// <summary>
/// 收外面来的文件：申请所附的、补正的材料，工作人员放进案卷的。收下时封着存，给表单一张封好的收条；表单没有交成，下次凭收条接着用，不必再传。
/// 收条只在收下它的那张表单里有用。交成了，内容换用这一件的钥匙封；没有用上的，日后随没有登记的附件清掉。
/// </summary>
public sealed class ApplicationFiles(Database database, FileScreening screening)
{
    /// <summary>一次至多附几个。</summary>
    public const int Most = 5;

    /// <summary>一个最大多少字节。</summary>
    public const int LargestBytes = 8 << 20;

    /// <summary>PDF 至多几页：一个文件更多的，分开或者当面给。</summary>
    public const int MostPages = 100;

    private const int LongestReceipt = 4_000;

    private static readonly Refusal WrongReceipt = new("附件的收条不对，请去掉它，再传一次。");

    /// <summary>收哪几种，写在文件框上。</summary>
    public const string Accepted = ".pdf,.jpg,.jpeg,.png,.docx";

    /// <summary>收下一个，答复收条。</summary>
    /// <param name="form">表单的钥匙。</param>
    public async Task<Outcome<KeptFile>> Accept(string form, Stream content, string fileName, CancellationToken cancel)
    {
        var bytes = await Within(content, cancel);
        if (bytes is null) return new Refusal($"文件太大，一个不超过 {LargestBytes >> 20} MB；多的材料可以当面或者邮寄。");
        var kind = FileKind.Sniff(bytes, ReadLimits.Default);
        if (!kind.Succeeded) return new Refusal($"{kind.Refusal!.Reason.TrimEnd('。')}。");
        if (kind.Value.Code is not ("pdf" or "jpg" or "png" or "docx")) return new Refusal($"只收 PDF、JPG、PNG、DOCX，这是{kind.Value.Caption}。");
        if (kind.Value.Code == "pdf" && Pages(bytes, cancel) is { } pages) return pages;
        if (screening.Refuse(bytes, cancel) is { } infected) return infected;
        var box = database.Secrets.Seal(PurposeOf(form), bytes);
        var file = new KeptContent(await database.Attachments.Keep(box, cancel), bytes.Length, kind.Value.Code, AttachmentIntake.CleanName(fileName, kind.Value), Convert.ToHexString(database.Secrets.Fingerprint("application-file", Convert.ToHexString(SHA256.HashData(bytes)))));
        return new KeptFile(file.Name, file.Length, Convert.ToBase64String(database.Secrets.Seal(PurposeOf(form), JsonSerializer.SerializeToUtf8Bytes(file))));
    }

    /// <summary>凭收条看是哪个文件；不是这张表单的、改过的为空。</summary>
    public KeptFile? Redeem(string form, string receipt) => Content(form, receipt) is { } file ? new KeptFile(file.Name, file.Length, receipt) : null;

    /// <summary>凭收条取出各个文件；有一张不对的，一个也不取。</summary>
    internal async Task<Outcome<IReadOnlyList<(KeptContent File, byte[] Content)>>> Take(string form, IReadOnlyCollection<string> receipts, CancellationToken cancel)
    {
        if (receipts.Count > Most) return new Refusal($"附件至多 {Most} 个。");
        var taken = new List<(KeptContent File, byte[] Content)>();
        foreach (var receipt in receipts.Distinct(StringComparer.Ordinal))
        {
            if (Content(form, receipt) is not { } file || await Read(form, file, cancel) is not { } content) return WrongReceipt;
            taken.Add((file, content));
        }

        return taken;
    }

    private KeptContent? Content(string form, string receipt)
    {
        var box = new byte[receipt.Length];
        if (receipt.Length > LongestReceipt || !Convert.TryFromBase64String(receipt, box, out var length)) return null;
        try
        {
            return JsonSerializer.Deserialize<KeptContent>(database.Secrets.Open(PurposeOf(form), box[..length]));
        }
        catch (CryptographicException)
        {
            return null;
        }
    }

    private async Task<byte[]?> Read(string form, KeptContent file, CancellationToken cancel)
    {
        await using var content = await database.Attachments.Open(file.Hash, cancel);
        if (content is null) return null;
        using var bytes = new MemoryStream();
        await content.CopyToAsync(bytes, cancel);
        return database.Secrets.Open(PurposeOf(form), bytes.ToArray());
    }

    private static Refusal? Pages(byte[] pdf, CancellationToken cancel)
    {
        var pages = FileScreen.PdfPages(pdf, cancel);
        if (pages.Refusal is { } unread) return new Refusal($"{unread.Reason.TrimEnd('。')}，不收；请换一份。");
        return pages.Value > MostPages ? new Refusal($"这个 PDF 有 {pages.Value} 页，至多收 {MostPages} 页；多的材料可以当面或者邮寄。") : null;
    }

    private static async Task<byte[]?> Within(Stream content, CancellationToken cancel)
    {
        using var kept = new MemoryStream();
        var buffer = new byte[1 << 16];
        while (await content.ReadAsync(buffer, cancel) is > 0 and var count)
        {
            if (kept.Length + count > LargestBytes) return null;
            kept.Write(buffer, 0, count);
        }

        return kept.ToArray();
    }

    private static string PurposeOf(string form) => $"application-file/{form}";
}

/// <summary>收下而申请还没有交成的一个文件。</summary>
/// <param name="Name">清理过的文件名。</param>
/// <param name="Length">字节数。</param>
/// <param name="Receipt">封好的收条。</param>
public sealed record KeptFile(string Name, long Length, string Receipt);

/// <summary>收条里封着的。</summary>
/// <param name="Print">内容的带密钥的散列：同一张表单重交，看得出是不是同样的文件。</param>
internal sealed record KeptContent(string Hash, long Length, string Kind, string Name, string Print);

/// <summary>收外面来的文件以前用哪个命令查毒；没有设的不查。</summary>
/// <param name="Command">程序与参数；没有设的为空。</param>
public sealed record FileScreening(string? Command)
{
    // 查一个小文件用不了多久；查毒的程序没有起来，不能让人一直等。
    private static readonly TimeSpan Time = TimeSpan.FromSeconds(30);

    /// <summary>没有设。</summary>
    public static FileScreening None { get; } = new((string?)null);

    internal Refusal? Refuse(byte[] content, CancellationToken cancel) => Command is null ? null : FileScreen.Refuse(Command, Time, content, cancel);
}

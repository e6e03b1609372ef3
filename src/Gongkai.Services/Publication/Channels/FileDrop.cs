using System.Text;
using Gongkai.Data;

namespace Gongkai.Services.Publication.Channels;

/// <summary>没有送成：一句给人看的原因，隔一会儿再送。</summary>
internal sealed class DeliveryFailedException(string reason, Exception? cause = null) : Exception(reason, cause);

/// <summary>
/// 文件投放：一次投递一个文件夹，以编号为名，里面是 <c>message.json</c>、<c>page.html</c> 和 <c>files/</c>。
/// 先写在以点开头的临时文件夹里，写全了再改名，所以取的一方看见的总是完整的；已经有的不再写。
/// </summary>
internal sealed class FileDrop(Database database)
{
    /// <summary>放进去，答复放在哪里（相对于投放目录）。</summary>
    /// <param name="folder">账号的文件夹，登记时已经查过，不含路径。</param>
    public async Task<string> Put(string folder, ChannelMessage message, CancellationToken cancel)
    {
        var parent = Path.Combine(database.Settings.OutgoingPath, folder);
        var (done, part) = (Path.Combine(parent, $"{message.Delivery:D}"), Path.Combine(parent, $".{message.Delivery:D}.part"));
        try
        {
            if (Directory.Exists(done)) return Told(folder, message);
            if (Directory.Exists(part)) Directory.Delete(part, recursive: true);
            Directory.CreateDirectory(part);
            await File.WriteAllBytesAsync(Path.Combine(part, "message.json"), message.ToJson(), cancel);
            if (message.ToPage() is { } page) await File.WriteAllTextAsync(Path.Combine(part, "page.html"), page, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), cancel);
            foreach (var file in message.Files) await Copy(file, Path.Combine(part, file.Path), cancel);
            Directory.Move(part, done);
            return Told(folder, message);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new DeliveryFailedException($"投放的文件夹“{folder}”写不进去，请管服务器的人看它的权限和磁盘的空间。", exception);
        }
    }

    private async Task Copy(ChannelMessageFile file, string path, CancellationToken cancel)
    {
        await using var content = await database.Attachments.Open(file.Sha256, cancel) ?? throw new DeliveryFailedException($"附件“{file.Name}”的内容不见了，没有投放。");
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        await using var copy = File.Create(path);
        await content.CopyToAsync(copy, cancel);
    }

    private static string Told(string folder, ChannelMessage message) => $"{folder}/{message.Delivery:D}";
}

using Gongkai.Data.Attachments;
using Gongkai.Data.Keys;
using Gongkai.Data.Postgres;
using Gongkai.Data.Sqlite;

namespace Gongkai.Data.Backup;

/// <summary>备份：一个文件，含全部数据与附件；不停机，得到的是同一刻的样子。密钥不在里面，须另行备份。</summary>
internal static class DatabaseBackup
{
    private const string Unfinished = ".unfinished";

    /// <param name="attachments">附件所在；为空只备份数据。</param>
    /// <param name="path">写到哪里；写完才有这个名字，中途停下不会留下半份。</param>
    public static async Task<BackupManifest> Write(
        DataSettings settings, IAttachmentStore? attachments, KeyFile keys, int schema, string path, DateTimeOffset at, CancellationToken cancel)
    {
        var unfinished = path + Unfinished;
        Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(path))!);
        try
        {
            BackupManifest manifest;
            await using (var output = new FileStream(unfinished, FileMode.Create, FileAccess.ReadWrite, FileShare.None))
            {
                using (var writer = new BackupWriter(output))
                {
                    var hashes = settings.Engine == Engine.Sqlite
                        ? await SqliteDump.Write(settings.SqliteFile, unfinished + ".db", writer, cancel)
                        : await PostgresDump.Write(settings.Postgres!, writer, cancel);
                    // 附件存了不改，所以数据的快照在先、附件在后，仍是同一刻的样子。
                    if (attachments is not null)
                        foreach (var hash in hashes) await WriteAttachment(attachments, hash, writer, cancel);
                    manifest = writer.Finish(settings.Engine, schema, at, keys.Audit.CurrentId, attachments is not null);
                }

                output.Flush(flushToDisk: true);
            }

            File.Move(unfinished, path, overwrite: true);
            return manifest;
        }
        catch
        {
            File.Delete(unfinished);
            throw;
        }
    }

    private static async Task WriteAttachment(IAttachmentStore attachments, string hash, BackupWriter writer, CancellationToken cancel)
    {
        await using var content = await attachments.Open(hash, cancel)
            ?? throw new InvalidDataException(Say($"附件 {hash} 不见了，备份没有做完。请先运行 gongkai db verify。",
                $"attachment {hash} is missing; the backup was not finished. Run gongkai db verify first."));
        await writer.Add(BackupEntry.AttachmentFolder + hash, target => content.CopyToAsync(target, cancel));
    }
}

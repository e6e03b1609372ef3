using System.Collections.Immutable;

namespace Gongkai.Data.Backup;

/// <summary>备份的清单：哪种引擎、第几版、需要哪把密钥、里面有哪些东西。</summary>
/// <param name="Format">备份格式的版本。</param>
/// <param name="Engine">引擎。</param>
/// <param name="Schema">结构的版本。</param>
/// <param name="At">备份的时刻，UTC。</param>
/// <param name="AuditKey">核对审计链要用的密钥的编号；密钥本身不在备份里。</param>
/// <param name="WithAttachments">含附件；升级之前自动做的只含数据。</param>
/// <param name="Entries">各个部分。</param>
public sealed record BackupManifest(
    int Format, Engine Engine, int Schema, DateTimeOffset At, string AuditKey, bool WithAttachments, ImmutableArray<BackupEntry> Entries)
{
    internal const string FileName = "manifest.json";
    internal const int CurrentFormat = 1;

    /// <summary>附件的个数。</summary>
    public int Attachments => Entries.Count(entry => entry.IsAttachment);
}

/// <summary>备份里的一个部分：名字、字节数、SHA-256。</summary>
public sealed record BackupEntry(string Name, long Length, string Hash)
{
    internal const string SqliteFile = "gongkai.db";
    internal const string TableFolder = "tables/";
    internal const string AttachmentFolder = "attachments/";

    internal bool IsAttachment => Name.StartsWith(AttachmentFolder, StringComparison.Ordinal);
}

using Gongkai.Data.Attachments;

namespace Gongkai.Data;

/// <summary>数据库引擎。</summary>
public enum Engine
{
    /// <summary>SQLite：随程序带着，一台机器用。</summary>
    Sqlite,

    /// <summary>PostgreSQL 15 以上：几个节点共用。</summary>
    Postgres,
}

/// <summary>数据放在哪里：数据文件夹、引擎、连接、密钥文件、附件。</summary>
public sealed record DataSettings
{
    /// <summary>数据文件夹：SQLite 的库、附件、升级前的备份都在里面。</summary>
    public required string Folder { get; init; }

    /// <summary>PostgreSQL 的连接串；为空用 SQLite。</summary>
    public string? Postgres { get; init; }

    /// <summary>密钥文件；为空是数据文件夹里的 <c>gongkai.keys</c>。不在数据库里，也不进备份。</summary>
    public string? KeyFile { get; init; }

    /// <summary>附件放在对象存储里；为空放在数据文件夹里。</summary>
    public S3Settings? S3 { get; init; }

    /// <summary>引擎。</summary>
    public Engine Engine => Postgres is null ? Engine.Sqlite : Engine.Postgres;

    /// <summary>SQLite 的库文件。</summary>
    public string SqliteFile => Path.Combine(Folder, "gongkai.db");

    /// <summary>密钥文件的路径。</summary>
    public string KeyPath => KeyFile ?? Path.Combine(Folder, "gongkai.keys");

    /// <summary>附件所在的文件夹。</summary>
    public string AttachmentFolder => Path.Combine(Folder, "attachments");

    /// <summary>升级之前自动备份的所在。</summary>
    public string BackupFolder => Path.Combine(Folder, "backups");

    /// <summary>升级与恢复时占住的锁文件。</summary>
    public string LockFile => Path.Combine(Folder, "gongkai.lock");
}

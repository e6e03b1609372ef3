using Gongkai.Data.Attachments;
using Gongkai.Law;

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

    /// <summary>投放目录：文件投放的各账号在里面各有一个文件夹；相对的路径从数据文件夹算起，为空是其中的 <c>outgoing</c>。</summary>
    public string? OutgoingFolder { get; init; }

    /// <summary>投放目录的路径。</summary>
    public string OutgoingPath => Path.GetFullPath(OutgoingFolder ?? "outgoing", Path.GetFullPath(Folder));

    /// <summary>升级之前自动备份的所在。</summary>
    public string BackupFolder => Path.Combine(Folder, "backups");

    /// <summary>升级时占住的锁文件。</summary>
    internal string LockFile => Path.Combine(Folder, "gongkai.lock");

    /// <summary>打开着库的程序各占一份、恢复时独占的锁文件。</summary>
    internal string UseFile => Path.Combine(Folder, "gongkai.use");

    /// <summary>读出设置：<c>Database:Postgres</c>、<c>Keys</c>、<c>Outgoing</c>、<c>Attachments:S3:…</c>；都没有写，用数据文件夹里的 SQLite。</summary>
    /// <param name="folder">数据文件夹。</param>
    /// <param name="value">按名字取一项设置；没有的为空。</param>
    public static Outcome<DataSettings> Read(string folder, Func<string, string?> value)
    {
        const string s3 = "Attachments:S3:";
        var settings = new DataSettings { Folder = folder, Postgres = value("Database:Postgres"), KeyFile = value("Keys"), OutgoingFolder = value("Outgoing") };
        if (value(s3 + "Endpoint") is not { } endpoint) return settings;
        if (value(s3 + "Bucket") is not { } bucket || value(s3 + "AccessKey") is not { } access || value(s3 + "SecretKey") is not { } secret)
            return new Refusal(Say("设置 Attachments:S3：写了 Endpoint，还要写 Bucket、AccessKey、SecretKey。",
                "setting Attachments:S3: where Endpoint is set, Bucket, AccessKey and SecretKey are needed too."));
        return settings with { S3 = new S3Settings(endpoint, bucket, access, secret, value(s3 + "Region") ?? "us-east-1", value(s3 + "Prefix") ?? "") };
    }

    internal IAttachmentStore CreateAttachmentStore(TimeProvider clock) => S3 is { } s3 ? new S3AttachmentStore(s3) : new FileAttachmentStore(AttachmentFolder, clock);
}

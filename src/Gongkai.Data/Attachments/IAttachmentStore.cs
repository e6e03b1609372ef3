namespace Gongkai.Data.Attachments;

/// <summary>附件放在哪里：文件系统，或者 S3 一类的对象存储。按内容的 SHA-256 存取，存了不改。</summary>
public interface IAttachmentStore
{
    /// <summary>存下；已有的不再存。返回之前已经落盘。</summary>
    Task Put(string hash, ReadOnlyMemory<byte> content, CancellationToken cancel);

    /// <summary>打开来读；没有的为空。</summary>
    Task<Stream?> Open(string hash, CancellationToken cancel);

    /// <summary>清掉没有登记的：收下了却没有用上，例如选好文件又关了页面。答复清掉了几个。</summary>
    /// <param name="before">这个时刻以后收下的不动：可能正等着登记。</param>
    /// <param name="isRegistered">登记了没有。</param>
    Task<int> RemoveUnregistered(DateTimeOffset before, Func<string, Task<bool>> isRegistered, CancellationToken cancel);
}

using System.Net;
using Amazon.Runtime;
using Amazon.S3;
using Amazon.S3.Model;

namespace Gongkai.Data.Attachments;

/// <summary>对象存储在哪里，怎样登录。</summary>
/// <param name="Endpoint">服务的地址，例如 <c>https://oss.example.cn</c>。</param>
/// <param name="Bucket">桶。</param>
/// <param name="Prefix">键的前缀；没有的为空串。</param>
public sealed record S3Settings(string Endpoint, string Bucket, string AccessKey, string SecretKey, string Region = "us-east-1", string Prefix = "")
{
    /// <summary>不带密钥，免得进了日志。</summary>
    public override string ToString() => $"{Endpoint}/{Bucket}/{Prefix}";
}

/// <summary>附件放在 S3 一类的对象存储里。</summary>
internal sealed class S3AttachmentStore : IAttachmentStore, IDisposable
{
    private readonly S3Settings _settings;
    private readonly AmazonS3Client _client;

    public S3AttachmentStore(S3Settings settings)
    {
        _settings = settings;
        _client = new AmazonS3Client(new BasicAWSCredentials(settings.AccessKey, settings.SecretKey), new AmazonS3Config
        {
            ServiceURL = settings.Endpoint,
            AuthenticationRegion = settings.Region,
            ForcePathStyle = true,
            // 别家的对象存储多半不认亚马逊新加的校验和。
            RequestChecksumCalculation = RequestChecksumCalculation.WHEN_REQUIRED,
            ResponseChecksumValidation = ResponseChecksumValidation.WHEN_REQUIRED,
        });
    }

    public async Task Put(string hash, ReadOnlyMemory<byte> content, CancellationToken cancel)
    {
        if (await Exists(hash, cancel)) return;
        using var stream = new MemoryStream(content.ToArray(), writable: false);
        await _client.PutObjectAsync(
            new PutObjectRequest { BucketName = _settings.Bucket, Key = KeyOf(hash), InputStream = stream, UseChunkEncoding = false, AutoCloseStream = false },
            cancel);
    }

    public async Task<Stream?> Open(string hash, CancellationToken cancel)
    {
        try
        {
            var response = await _client.GetObjectAsync(_settings.Bucket, KeyOf(hash), cancel);
            return response.ResponseStream;
        }
        catch (AmazonS3Exception exception) when (exception.StatusCode == HttpStatusCode.NotFound)
        {
            return null;
        }
    }

    // 对象存储没有“改名再看一眼”的办法，清的时候分不清是不是刚好有人又用上了，宁可留着。
    public Task<int> RemoveUnregistered(DateTimeOffset before, Func<string, Task<bool>> isRegistered, CancellationToken cancel) => Task.FromResult(0);

    public void Dispose() => _client.Dispose();

    private async Task<bool> Exists(string hash, CancellationToken cancel)
    {
        try
        {
            await _client.GetObjectMetadataAsync(_settings.Bucket, KeyOf(hash), cancel);
            return true;
        }
        catch (AmazonS3Exception exception) when (exception.StatusCode == HttpStatusCode.NotFound)
        {
            return false;
        }
    }

    private string KeyOf(string hash) => $"{_settings.Prefix}{AttachmentHash.Checked(hash)[..2]}/{hash}";
}

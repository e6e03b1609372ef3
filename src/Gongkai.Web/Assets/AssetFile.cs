using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;

namespace Gongkai.Web.Assets;

/// <summary>一个资产的三份：原样、br、gzip。</summary>
internal sealed record AssetFile(string ContentType, byte[] Plain, byte[]? Brotli, byte[]? Gzip)
{
    public static AssetFile Load(string path) => new(
        ContentTypeOf(Path.GetExtension(path)),
        File.ReadAllBytes(path),
        OptionalBytes(path + ".br"),
        OptionalBytes(path + ".gz"));

    /// <summary>按客户端肯收的压缩方式，挑最小的一份。</summary>
    public IResult Negotiate(HttpRequest request)
    {
        var headers = request.HttpContext.Response.Headers;
        headers.CacheControl = "public, max-age=31536000, immutable";
        headers.Vary = HeaderNames.AcceptEncoding;
        var accepted = request.Headers.AcceptEncoding.ToString();
        if (Brotli is not null && Accepts(accepted, "br")) return Encoded(headers, "br", Brotli);
        if (Gzip is not null && Accepts(accepted, "gzip")) return Encoded(headers, "gzip", Gzip);
        return Results.Bytes(Plain, ContentType);
    }

    private IResult Encoded(IHeaderDictionary headers, string encoding, byte[] bytes)
    {
        headers.ContentEncoding = encoding;
        return Results.Bytes(bytes, ContentType);
    }

    private static bool Accepts(string header, string encoding) =>
        header.Split(',').Any(part => part.Split(';') is [var name, .. var quality]
            && name.Trim().Equals(encoding, StringComparison.OrdinalIgnoreCase)
            && !quality.Any(value => value.Trim() is "q=0" or "q=0.0"));

    private static byte[]? OptionalBytes(string path) => File.Exists(path) ? File.ReadAllBytes(path) : null;

    private static string ContentTypeOf(string extension) => extension switch
    {
        ".css" => "text/css; charset=utf-8",
        ".js" => "text/javascript; charset=utf-8",
        ".svg" => "image/svg+xml",
        ".png" => "image/png",
        ".woff2" => "font/woff2",
        _ => throw new InvalidOperationException($"不知道 {extension} 文件的类型。"),
    };
}

using System.Collections.Frozen;
using System.Text.Json;
using Microsoft.AspNetCore.Http;

namespace Gongkai.Web.Assets;

/// <summary>编好的样式、脚本、图标：启动时读进内存，文件名带散列，所以发出去就可以永久缓存；压缩的两份也是编译时备好的。</summary>
internal sealed class AssetFiles
{
    private readonly FrozenDictionary<string, string> _addresses;
    private readonly FrozenDictionary<string, AssetFile> _files;

    private AssetFiles(FrozenDictionary<string, string> addresses, FrozenDictionary<string, AssetFile> files)
    {
        _addresses = addresses;
        _files = files;
    }

    /// <exception cref="InvalidOperationException">程序旁边没有编好的资产：没有经过 ./gongkai 或 dotnet build。</exception>
    public static AssetFiles Load(string folder)
    {
        var manifest = Path.Combine(folder, "manifest.json");
        if (!File.Exists(manifest)) throw new InvalidOperationException($"缺少 {manifest}：先编译 Gongkai.Web。");
        var names = JsonSerializer.Deserialize<Dictionary<string, string>>(File.ReadAllBytes(manifest))!;
        return new AssetFiles(
            names.ToFrozenDictionary(pair => pair.Key, pair => "/assets/" + pair.Value, StringComparer.Ordinal),
            names.Values.ToFrozenDictionary(file => file, file => AssetFile.Load(Path.Combine(folder, file)), StringComparer.Ordinal));
    }

    /// <summary>资产的地址，例如 <c>site.css</c> → <c>/assets/site-….css</c>。</summary>
    /// <exception cref="KeyNotFoundException">没有这个资产：名字写错了。</exception>
    public string Address(string name) => _addresses[name];

    public IResult Serve(string file, HttpRequest request) =>
        _files.TryGetValue(file, out var asset) ? asset.Negotiate(request) : Results.NotFound();
}

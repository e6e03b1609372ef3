using System.Globalization;
using System.Net;
using System.Text;
using Gongkai.Law;

namespace Gongkai.Requests.Archiving;

/// <summary>归档包的目录页：不联网也打得开，各个文件点得开，不含脚本。</summary>
internal static class ArchiveIndex
{
    public static string Write(ArchiveManifest manifest, IEnumerable<ArchivedFile> inOrder)
    {
        var rows = new StringBuilder();
        foreach (var file in inOrder)
            rows.Append(CultureInfo.InvariantCulture, $"<tr><td><a href=\"{string.Join('/', file.Path.Split('/').Select(Uri.EscapeDataString))}\">{Text(file.Title)}</a></td><td>{Text(file.Path)}</td><td class=\"n\">{file.Length:N0}</td><td><code>{file.Hash}</code></td></tr>\n");
        return $$"""
            <!doctype html>
            <html lang="zh-CN">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
            <title>案卷 {{Text(manifest.Case)}}</title>
            <style>
            body { font: 16px/1.7 system-ui, "Noto Sans CJK SC", sans-serif; max-width: 72rem; margin: 2rem auto; padding: 0 1rem; color: #1b1b1b; background: #fdfcf8; }
            table { border-collapse: collapse; width: 100%; } th, td { border-bottom: 1px solid #ccc; padding: .4rem .6rem; text-align: left; vertical-align: top; overflow-wrap: anywhere; }
            .n { text-align: right; white-space: nowrap; } code { font-size: .8rem; }
            </style>
            </head>
            <body>
            <h1>案卷 {{Text(manifest.Case)}}</h1>
            <p>{{Text(manifest.Unit)}}，{{LegalTime.DateOf(manifest.MadeAt).ToString("yyyy年M月d日", CultureInfo.InvariantCulture)}}做成，{{manifest.Files.Length}} 个文件。里面有个人信息，照保管的规定存放。</p>
            <p>核对：<code>gongkai cases archive verify 这个文件.zip</code>，或者解开以后 <code>sha256sum -c SHA256SUMS</code>。整张单子的 SHA-256：<code>{{manifest.ListHash}}</code>，审计记录里也有。</p>
            <table><thead><tr><th>是什么</th><th>文件</th><th class="n">字节</th><th>SHA-256</th></tr></thead><tbody>
            {{rows}}</tbody></table>
            </body>
            </html>
            """;
    }

    private static string Text(string text) => WebUtility.HtmlEncode(text);
}

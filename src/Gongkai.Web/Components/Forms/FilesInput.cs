using System.ComponentModel.DataAnnotations;
using Gongkai.Law;
using Gongkai.Services.Requests;
using Microsoft.AspNetCore.Http;

namespace Gongkai.Web.Components.Forms;

/// <summary>带着文件的一张表单：文件先收下，换成收条；表单没有交成的，收条还在，不必再传。</summary>
public class FilesInput
{
    private const int ShownName = 60;

    /// <summary>提交的钥匙：按两下、刷新重交的，只算一次。</summary>
    [StringLength(40, ErrorMessage = "表单不完整，请刷新页面再交。")]
    public string Key { get; set; } = Guid.NewGuid().ToString("N");

    /// <summary>这一次传来的文件。</summary>
    public IReadOnlyList<IFormFile>? Upload { get; set; }

    /// <summary>从前收下的文件的收条；不要了的，勾去掉就不交来。</summary>
    public List<string> Kept { get; set => field = value ?? []; } = [];

    /// <summary>收下这一次传来的各个文件，答复没有收下的，一个一句。</summary>
    public async Task<IReadOnlyList<string>> Take(ApplicationFiles files, CancellationToken cancel)
    {
        var errors = new List<string>();
        foreach (var file in Upload ?? [])
        {
            if (file.Length == 0 && file.FileName.Length == 0) continue;
            await using var content = file.OpenReadStream();
            var kept = Kept.Count >= ApplicationFiles.Most ? new Refusal($"附件至多 {ApplicationFiles.Most} 个。") : await files.Accept(Key, content, file.FileName, cancel);
            if (kept.Succeeded) Kept.Add(kept.Value.Receipt);
            else errors.Add($"“{Shown(file.FileName)}”没有收下：{kept.Refusal!.Reason}");
        }

        return errors;
    }

    private static string Shown(string fileName) => Path.GetFileName(fileName.Replace('\\', '/')) is { Length: > ShownName } name ? $"{name[..ShownName]}……" : Path.GetFileName(fileName.Replace('\\', '/'));
}

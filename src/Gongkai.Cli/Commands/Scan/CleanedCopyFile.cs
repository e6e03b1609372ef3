using Gongkai.Documents;
using Gongkai.Law;
using Gongkai.Scanning;

namespace Gongkai.Cli.Commands.Scan;

/// <summary>把净化副本写到磁盘：先写临时文件再改名，写到一半的不会留下；从不覆盖原件。</summary>
internal static class CleanedCopyFile
{
    /// <summary>副本写到哪里：给的是文件夹（或有几个文件）时在里面用原名，否则就是给的名字；扩展名随内容。</summary>
    public static string PathFor(string file, string target, bool several, string extension) =>
        several || Directory.Exists(target) || target.EndsWith(Path.DirectorySeparatorChar)
            ? Path.Combine(target, Path.GetFileNameWithoutExtension(file) + extension)
            : target;

    public static async Task<Outcome<WrittenCopy>> WriteAsync(string file, string target, bool several, CancellationToken cancel)
    {
        var loaded = await FileLoading.LoadAsync(file, ReadLimits.Default, cancel);
        if (!loaded.Succeeded) return loaded.Refusal!;
        var made = CleanedCopy.Of(loaded.Value, file, ReadLimits.Default, ScanOptions.Default, cancel);
        if (!made.Succeeded) return made.Refusal!;
        var path = PathFor(file, target, several, made.Value.Extension);
        if (Path.GetFullPath(path) == Path.GetFullPath(file)) return new Refusal(Say("净化副本不能写在原件上：请换一个名字或文件夹", "the cleaned copy may not replace the original: choose another name or folder"));
        try
        {
            if (Path.GetDirectoryName(Path.GetFullPath(path)) is { } folder) Directory.CreateDirectory(folder);
            var half = path + ".part";
            await File.WriteAllBytesAsync(half, made.Value.Content, cancel);
            File.Move(half, path, overwrite: true);
            return new WrittenCopy(path, made.Value);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            return new Refusal(Say($"写不了 {path}：请看看文件夹是不是可以写", $"cannot write {path}: see whether the folder can be written"));
        }
    }
}

/// <summary>写好的净化副本。</summary>
internal sealed record WrittenCopy(string Path, CleanedCopy Copy);

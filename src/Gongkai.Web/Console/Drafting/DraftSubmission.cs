using Gongkai.Data.Acts;
using Gongkai.Data.Attachments;
using Gongkai.Law;
using Gongkai.Organisations.Units;
using Gongkai.Publication.Drafting;
using Gongkai.Services.Acting;
using Gongkai.Services.Publication;
using Microsoft.AspNetCore.Http;

namespace Gongkai.Web.Console.Drafting;

/// <summary>交上来的一次拟稿：收下附件，读成稿，交给服务存。没有存成的，填的字、传的文件都还在表单里。</summary>
internal sealed class DraftSubmission(PublicationServices publication, CurrentPerson who, DraftForm form)
{
    private const int MostFiles = 50;
    private const int LongestShownName = 60;

    private readonly List<(string Field, string Message)> _errors = [];

    /// <summary>各项的错误。</summary>
    public IReadOnlyList<(string Field, string Message)> Errors => _errors;

    /// <summary>存好以后告诉拟稿的人的：替他改了、去掉了什么。</summary>
    public IReadOnlyList<string> Notes { get; private set; } = [];

    /// <summary>没有存成的理由。</summary>
    public Refusal? Refusal { get; private set; }

    /// <summary>打开之后别人存过：存了自己的，现在的稿会怎样变。</summary>
    public DraftDifference? Conflict { get; private set; }

    /// <summary>存进了哪一条；没有存成的为空。</summary>
    public ItemId? Saved { get; private set; }

    /// <summary>收下上传的文件，读成稿，存。后面没有存成的，文件也不必再传。</summary>
    /// <param name="dossier">改的是哪一条，现在的样子；新拟的为空。</param>
    public async Task Save(ItemDossier? dossier, CancellationToken cancel)
    {
        foreach (var file in form.Upload ?? []) await Accept(file, cancel);
        if (UnitOf(dossier) is not { } unit)
        {
            _errors.Add((nameof(form.Unit), "要选单位。"));
            return;
        }

        var reading = new DraftReading(form, unit, who.Units.NameOf(unit) ?? "");
        var read = reading.Read();
        _errors.AddRange(reading.Errors);
        var unused = form.Files.Where(IsUnusedPicture).ToList();
        var lines = form.Files.Except(unused).Where(line => !line.IsRemoved).OrderBy(line => line.Position).ToList();
        var added = lines.Where(line => line.File is null).Select(Redeem).ToList();
        if (lines.Count > MostFiles) _errors.Add((nameof(form.Upload), $"一条信息至多 {MostFiles} 个附件。"));
        if (read is null || _errors.Count > 0) return;

        var kept = lines.Where(line => line.File is not null).Select(line => new KeptAttachment(line.File!.Value, string.IsNullOrWhiteSpace(line.Name) ? null : line.Name));
        await Save(dossier, unit, read with { Kept = [.. kept], Added = [.. added.OfType<AttachedFile>()] }, [.. reading.Notes, .. unused.Select(line => $"图片“{line.Name}”正文里不再用，随之去掉了。")], cancel);
    }

    private async Task Save(ItemDossier? dossier, UnitId unit, DraftInput input, IReadOnlyList<string> changes, CancellationToken cancel)
    {
        if (!Guid.TryParseExact(form.Key, "N", out _))
        {
            (form.Key, Refusal) = (Guid.NewGuid().ToString("N"), new Refusal("这张表单的钥匙不对，没有保存。填的内容还在，请再存一次。"));
            return;
        }

        var key = new CommandKey(form.Key, input);
        var saved = dossier is null
            ? await publication.Drafts.Create(who.Id, unit, input, key, cancel)
            : Same(dossier.Item.Id, await publication.Drafts.Save(who.Id, dossier.Item.Id, form.Version, input, key, cancel));
        if (saved.Refusal is StaleRefusal && dossier is not null) await Compare(dossier, input, cancel);
        Refusal = saved.Refusal;
        if (!saved.Succeeded) return;
        Saved = saved.Value;
        var prepared = input.Prepare(dossier?.Item.Files ?? [], cancel);
        Notes = [.. changes, .. prepared.Succeeded ? prepared.Value.Removed.Select(removed => $"正文里{removed}。") : []];
    }

    // 别人新加的附件添进来，免得存了自己的就把它们丢了；再存，就是对照过了。
    private async Task Compare(ItemDossier dossier, DraftInput input, CancellationToken cancel)
    {
        var theirs = dossier.Item.Latest.Draft;
        var mine = input.Prepare(dossier.Item.Files, cancel);
        var columns = (await publication.Columns.Of(dossier.Item.Unit, cancel)).Tree;
        if (mine.Succeeded) Conflict = DraftDifference.Between(theirs, mine.Value.Draft, who.Units.NameOf, columns, await publication.MatterBoard.NamesOf([theirs, mine.Value.Draft], cancel));
        foreach (var file in theirs.Content.Attachments.Where(file => form.Files.All(line => line.File != file.Id))) form.Files.Add(FileLine.Of(file, form.Files.Count + 1));
        (form.Version, form.Key) = (dossier.Item.Version, Guid.NewGuid().ToString("N"));
    }

    private async Task Accept(IFormFile file, CancellationToken cancel)
    {
        if (file.Length == 0 && file.FileName.Length == 0) return;
        await using var content = file.OpenReadStream();
        var accepted = await publication.Uploads.Accept(content, file.FileName, cancel);
        if (accepted.Refusal is { } refusal)
        {
            _errors.Add((nameof(form.Upload), $"“{Shown(file.FileName)}”没有收下：{refusal.Reason.TrimEnd('。')}。"));
            return;
        }

        form.Files.Add(new FileLine { Receipt = publication.Uploads.Receipt(who.Id, accepted.Value), Name = accepted.Value.Name, Order = FileLine.Text(form.Files.Count + 1) });
    }

    // 插进正文又删掉的图片，不该悄悄变成附件公开出去。
    private bool IsUnusedPicture(FileLine line) => line is { Inline: "true", IsRemoved: false }
        && (line.File?.Value ?? (line.Receipt is { } receipt ? publication.Uploads.Redeem(who.Id, receipt)?.Id : null)) is { } id
        && form.Html?.Contains($"attachment:{id:D}", StringComparison.OrdinalIgnoreCase) != true;

    private AttachedFile? Redeem(FileLine line)
    {
        if (line.Receipt is { } receipt && publication.Uploads.Redeem(who.Id, receipt) is { } file)
            return line.Name is { Length: > 0 } name ? file with { Name = AttachmentIntake.CleanName(name, file.Kind) } : file;
        _errors.Add((nameof(form.Upload), $"“{line.Name}”的收条不对，请去掉它，再传一次。"));
        return null;
    }

    private UnitId? UnitOf(ItemDossier? dossier) => dossier?.Item.Unit ?? (Guid.TryParse(form.Unit, out var unit) ? new UnitId(unit) : null);

    private static string Shown(string fileName) => Path.GetFileName(fileName.Replace('\\', '/')) is { Length: > LongestShownName } name ? name[..LongestShownName] + "……" : Path.GetFileName(fileName.Replace('\\', '/'));

    private static Outcome<ItemId> Same(ItemId item, Outcome<long> saved) => saved.Succeeded ? item : saved.Refusal!;
}

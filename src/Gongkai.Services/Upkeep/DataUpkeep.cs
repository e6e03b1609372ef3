using System.Collections.Immutable;
using Gongkai.Data;
using Gongkai.Data.Attachments;
using Gongkai.Data.Audit;
using Gongkai.Data.Backup;
using Gongkai.Data.Search;
using Gongkai.Law;
using Gongkai.Services.Requests;

namespace Gongkai.Services.Upkeep;

/// <summary>数据的保养：升级、备份、恢复、核对。</summary>
public static class DataUpkeep
{
    /// <summary>升级到本程序的版本；没有库的，新建。</summary>
    public static async Task<Outcome<Migration>> Migrate(DataSettings settings, TimeProvider clock, CancellationToken cancel)
    {
        var opened = await DatabaseOpening.Open(settings, clock, cancel);
        if (!opened.Succeeded) return opened.Refusal!;
        using var database = opened.Value;
        return new Migration(database.UpgradedFrom, database.SchemaVersion);
    }

    /// <summary>备份成一个文件，不停机。</summary>
    public static async Task<Outcome<BackupManifest>> Backup(DataSettings settings, string path, TimeProvider clock, CancellationToken cancel)
    {
        var opened = await DatabaseOpening.OpenExisting(settings, clock, cancel);
        if (!opened.Succeeded) return opened.Refusal!;
        using var database = opened.Value;
        return await database.BackUp(path, cancel);
    }

    /// <summary>恢复一份备份，并核对审计链。</summary>
    public static Task<Outcome<RestoreResult>> Restore(DataSettings settings, string path, bool force, TimeProvider clock, CancellationToken cancel) =>
        DatabaseRestore.Restore(settings, path, force, clock, cancel);

    /// <summary>核对审计链、附件、检索索引，和申请存着的状态、期限。</summary>
    /// <param name="heads">从前抄出去的链头；没有的为空表。</param>
    public static async Task<Outcome<Verification>> Verify(
        DataSettings settings, IReadOnlyList<AuditHead> heads, TimeProvider clock, CancellationToken cancel)
    {
        var opened = await DatabaseOpening.OpenExisting(settings, clock, cancel);
        if (!opened.Succeeded) return opened.Refusal!;
        using var database = opened.Value;
        var audit = await database.VerifyAudit(heads, cancel);
        var attachments = await database.VerifyAttachments(cancel);
        return new Verification(audit, attachments, await VerifySearch(database, cancel), await CaseVerification.Of(database, cancel));
    }

    /// <summary>核对检索索引：与公开的内容一致不一致。</summary>
    public static Task<ImmutableArray<SearchFault>> VerifySearch(Database database, CancellationToken cancel) =>
        database.VerifySearch(db => SearchableContent.Of(db, cancel), cancel);
}

/// <summary>升级的结果：原来第几版（新建的是 0），现在第几版。</summary>
public sealed record Migration(int From, int To);

/// <summary>核对的结果：审计链，不见了或者损坏的附件，检索索引里与公开的内容不一致的，申请存着的与由各件事重算的不一致的。</summary>
public sealed record Verification(AuditReport Audit, IReadOnlyList<AttachmentFault> Attachments, IReadOnlyList<SearchFault> Search, IReadOnlyList<CaseFault> Cases)
{
    /// <summary>全都对得上。</summary>
    public bool Sound => Audit.Sound && Attachments.Count == 0 && Search.Count == 0 && Cases.Count == 0;
}

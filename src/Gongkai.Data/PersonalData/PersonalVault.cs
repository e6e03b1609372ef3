using System.Security.Cryptography;
using System.Text;
using Gongkai.Data.Acts;
using Gongkai.Data.Keys;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Data.PersonalData;

/// <summary>
/// 个人信息的存取，只在做一件事之内（<see cref="ActScope.Personal"/>）：存、读、抹去都留一条审计记录，记的是哪些项，不是内容。
/// 每个案件、每个人各有一把数据密钥，由库外的主密钥包着；抹去就是毁掉那把密钥。
/// </summary>
public sealed class PersonalVault
{
    private const int KeyBytes = 32;

    // 一次最多带这么多个参数，两种引擎都容得下。
    private const int MostAtOnce = 500;

    private readonly ActScope _scope;
    private readonly KeyFile _keys;

    internal PersonalVault(ActScope scope, KeyFile keys) => (_scope, _keys) = (scope, keys);

    private DbSet<PersonalKeyRow> Keys => _scope.Db.Set<PersonalKeyRow>();

    private DbSet<PersonalDatumRow> Data => _scope.Db.Set<PersonalDatumRow>();

    /// <summary>存几项；已有的同名项换成新的。</summary>
    /// <param name="owner">属于哪个案件或哪个人。</param>
    /// <param name="fields">项的名字（例如 <c>phone</c>）与内容。</param>
    public async Task Store(Subject owner, IReadOnlyDictionary<string, PersonalText> fields, CancellationToken cancel)
    {
        var key = await KeyOf(owner, cancel) ?? CreateKey(owner);
        // 密钥是这件事里刚做的，名下还什么也没有。
        var isNew = Keys.Local.FindEntryUntyped([owner.Kind, owner.Id]) is { State: EntityState.Added };
        foreach (var (field, text) in fields)
        {
            var row = isNew ? Data.Local.FindEntryUntyped([owner.Kind, owner.Id, field])?.Entity : await Data.FindAsync([owner.Kind, owner.Id, field], cancel);
            var ciphertext = SealedBox.Seal(key, Encoding.UTF8.GetBytes(text.Reveal()), Context(owner, field));
            if (row is null) Data.Add(new PersonalDatumRow { OwnerKind = owner.Kind, OwnerId = owner.Id, Field = field, Kind = text.Kind, Ciphertext = ciphertext, BlindIndex = BlindIndex.Of(_keys, text) });
            else (row.Kind, row.Ciphertext, row.BlindIndex) = (text.Kind, ciphertext, BlindIndex.Of(_keys, text));
        }

        Record(owner, "store", fields.Keys);
    }

    /// <summary>读出全部各项，并记下读过。没有存过的是空表。</summary>
    public async Task<IReadOnlyDictionary<string, PersonalText>> Read(Subject owner, CancellationToken cancel)
    {
        var rows = await Data.Where(row => row.OwnerKind == owner.Kind && row.OwnerId == owner.Id).ToListAsync(cancel);
        Record(owner, "read", rows.Select(row => row.Field));
        if (rows.Count == 0) return new Dictionary<string, PersonalText>();
        var key = await KeyOf(owner, cancel) ?? throw new CryptographicException("个人信息没有数据密钥。");
        return Opened(key, owner, rows);
    }

    /// <summary>一起读出几个的全部各项：一页、一份表用它。记一条，写明读了哪几个的；没有存过的是空表。</summary>
    /// <param name="owners">同一种的几个。</param>
    /// <param name="about">记在什么名下，例如它们所属的那一次征集。</param>
    public async Task<IReadOnlyDictionary<string, IReadOnlyDictionary<string, PersonalText>>> Read(string kind, IReadOnlyCollection<string> owners, Subject about, CancellationToken cancel)
    {
        var read = new Dictionary<string, IReadOnlyDictionary<string, PersonalText>>(StringComparer.Ordinal);
        foreach (var some in owners.Chunk(MostAtOnce))
        {
            var keys = await Keys.AsNoTracking().Where(row => row.OwnerKind == kind && some.Contains(row.OwnerId)).ToDictionaryAsync(row => row.OwnerId, cancel);
            var rows = await Data.AsNoTracking().Where(row => row.OwnerKind == kind && some.Contains(row.OwnerId)).ToListAsync(cancel);
            foreach (var owned in rows.GroupBy(row => row.OwnerId, StringComparer.Ordinal))
                read[owned.Key] = Opened(KeyWrapping.Unwrap(_keys.PersonalData, keys[owned.Key]), new Subject(kind, owned.Key), owned);
        }

        _scope.Record(about, new { personalData = "read", of = kind, owners = read.Keys.Order(StringComparer.Ordinal) });
        return read;
    }

    /// <summary>抹去：毁掉数据密钥和密文，审计记录照旧对得上。</summary>
    public async Task Erase(Subject owner, CancellationToken cancel)
    {
        var fields = await Data.Where(row => row.OwnerKind == owner.Kind && row.OwnerId == owner.Id).ToListAsync(cancel);
        Data.RemoveRange(fields);
        if (await Keys.FindAsync([owner.Kind, owner.Id], cancel) is { } key) Keys.Remove(key);
        Record(owner, "erase", fields.Select(row => row.Field));
    }

    /// <summary>与这个值相同的都是谁的：凭盲索引，不必解开任何人的信息。</summary>
    public async Task<IReadOnlyList<Subject>> FindOwners(PersonalText text, CancellationToken cancel)
    {
        var indexes = BlindIndex.All(_keys, text);
        var owners = await Data.AsNoTracking().Where(row => indexes.Contains(row.BlindIndex))
            .Select(row => new { row.OwnerKind, row.OwnerId }).Distinct().ToListAsync(cancel);
        return [.. owners.Select(owner => new Subject(owner.OwnerKind, owner.OwnerId))];
    }

    /// <summary>同一种的别的几个里，有哪一项与它的相同的：凭盲索引，不给任何人看内容。记下比过。</summary>
    /// <param name="owner">拿谁的来比。</param>
    /// <param name="fields">比哪几项；有一项相同就算。</param>
    public async Task<IReadOnlyList<string>> FindSame(Subject owner, IReadOnlyCollection<string> fields, CancellationToken cancel)
    {
        Record(owner, "compare", fields);
        if (await KeyOf(owner, cancel) is not { } key) return [];
        var rows = await Data.AsNoTracking().Where(row => row.OwnerKind == owner.Kind && row.OwnerId == owner.Id && fields.Contains(row.Field)).ToListAsync(cancel);
        var indexes = Opened(key, owner, rows).Values.SelectMany(text => BlindIndex.All(_keys, text)).ToList();
        return await Data.AsNoTracking().Where(row => indexes.Contains(row.BlindIndex) && row.OwnerKind == owner.Kind && row.OwnerId != owner.Id)
            .Select(row => row.OwnerId).Distinct().ToListAsync(cancel);
    }

    private static Dictionary<string, PersonalText> Opened(byte[] key, Subject owner, IEnumerable<PersonalDatumRow> rows) => rows.ToDictionary(
        row => row.Field,
        row => new PersonalText(row.Kind, Encoding.UTF8.GetString(SealedBox.Open(key, row.Ciphertext, Context(owner, row.Field)))));

    private async Task<byte[]?> KeyOf(Subject owner, CancellationToken cancel) =>
        await Keys.FindAsync([owner.Kind, owner.Id], cancel) is { } row ? KeyWrapping.Unwrap(_keys.PersonalData, row) : null;

    private byte[] CreateKey(Subject owner)
    {
        var key = RandomNumberGenerator.GetBytes(KeyBytes);
        Keys.Add(KeyWrapping.Wrap(_keys.PersonalData, owner, key));
        return key;
    }

    private void Record(Subject owner, string access, IEnumerable<string> fields) =>
        _scope.Record(owner, new { personalData = access, fields = fields.Order(StringComparer.Ordinal) });

    private static string Context(Subject owner, string field) => $"{owner.Kind}\n{owner.Id}\n{field}";
}

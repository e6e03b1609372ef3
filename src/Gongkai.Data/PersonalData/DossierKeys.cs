using System.Security.Cryptography;
using System.Text;
using Gongkai.Data.Acts;
using Gongkai.Data.Keys;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Data.PersonalData;

/// <summary>
/// 案卷的钥匙。案卷里的文字（申请的内容、各件事的细节、文书）随时可能写着人的事，所以也加密；
/// 与 <see cref="PersonalVault"/> 里申请人的各项用同一把数据密钥，抹去一件就都读不出了。
/// 办案要看案卷，看一次不记一次；申请人的身份、联系方式才逐次记下。
/// </summary>
public sealed class DossierKeys
{
    private const int KeyBytes = 32;

    private readonly KeyFile _keys;

    internal DossierKeys(KeyFile keys) => _keys = keys;

    /// <summary>给新的一卷一把钥匙，随这件事一起存。</summary>
    public DossierKey Create(GongkaiDbContext db, Subject owner)
    {
        var key = RandomNumberGenerator.GetBytes(KeyBytes);
        db.Set<PersonalKeyRow>().Add(KeyWrapping.Wrap(_keys.PersonalData, owner, key));
        return new DossierKey(owner, key);
    }

    /// <summary>一卷的钥匙；抹去了的为空。</summary>
    public async Task<DossierKey?> Of(GongkaiDbContext db, Subject owner, CancellationToken cancel) =>
        (await Of(db, owner.Kind, [owner.Id], cancel)).GetValueOrDefault(owner.Id);

    /// <summary>几卷的钥匙；抹去了的不在其中。</summary>
    /// <param name="kind">案卷的种类。</param>
    /// <param name="owners">各卷的编号，至多一页那么多。</param>
    public async Task<IReadOnlyDictionary<string, DossierKey>> Of(GongkaiDbContext db, string kind, IReadOnlyCollection<string> owners, CancellationToken cancel)
    {
        var rows = await db.Set<PersonalKeyRow>().AsNoTracking().Where(row => row.OwnerKind == kind && owners.Contains(row.OwnerId)).ToListAsync(cancel);
        return rows.ToDictionary(row => row.OwnerId, row => new DossierKey(new Subject(kind, row.OwnerId), KeyWrapping.Unwrap(_keys.PersonalData, row)));
    }
}

/// <summary>一卷的钥匙，见 <see cref="DossierKeys"/>。</summary>
public sealed class DossierKey
{
    private readonly Subject _owner;
    private readonly byte[] _key;

    internal DossierKey(Subject owner, byte[] key) => (_owner, _key) = (owner, key);

    /// <summary>封上一处。</summary>
    /// <param name="field">哪一处，例如 <c>event-3</c>；拆的时候要一样，所以密文不能挪到别处。</param>
    /// <param name="text">文字。</param>
    public byte[] Seal(string field, string text) => Seal(field, Encoding.UTF8.GetBytes(text));

    /// <summary>封上一个文件的内容。</summary>
    public byte[] Seal(string field, ReadOnlySpan<byte> content) => SealedBox.Seal(_key, content, Context(field));

    /// <summary>拆开一处文字。</summary>
    /// <exception cref="CryptographicException">内容被改过、挪过。</exception>
    public string Open(string field, byte[] box) => Encoding.UTF8.GetString(OpenBytes(field, box));

    /// <summary>拆开一个文件的内容。</summary>
    /// <exception cref="CryptographicException">内容被改过、挪过。</exception>
    public byte[] OpenBytes(string field, byte[] box) => SealedBox.Open(_key, box, Context(field));

    private string Context(string field) => $"{_owner.Kind}\n{_owner.Id}\ndossier\n{field}";
}

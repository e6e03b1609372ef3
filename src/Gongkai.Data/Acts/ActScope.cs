using Gongkai.Data.Attachments;
using Gongkai.Data.Keys;
using Gongkai.Data.Mapping;
using Gongkai.Data.Outbox;
using Gongkai.Data.PersonalData;
using Gongkai.Data.Search;
using Gongkai.Law;

namespace Gongkai.Data.Acts;

/// <summary>做一件事时手边的东西：数据库、此刻、今天，和记录改动的办法。只在这件事之内有效。</summary>
public sealed class ActScope
{
    private readonly List<ActEntry> _entries = [];
    private readonly HashSet<AggregateRow> _expected = [];

    internal ActScope(GongkaiDbContext db, KeyFile keys, Act act, DateTimeOffset now)
    {
        (Db, Act, Now) = (db, act, now);
        Personal = new PersonalVault(this, keys);
        Search = new SearchIndex(db);
    }

    /// <summary>数据库，已在事务之内。只读和改行，不要自己保存。</summary>
    public GongkaiDbContext Db { get; }

    /// <summary>这件事。</summary>
    public Act Act { get; private set; }

    /// <summary>此刻，UTC，精确到毫秒；整件事用同一个时刻。</summary>
    public DateTimeOffset Now { get; }

    /// <summary>今天，北京时间。</summary>
    public DateOnly Today => LegalTime.DateOf(Now);

    /// <summary>个人信息：存、读、抹去，各留一条记录。</summary>
    public PersonalVault Personal { get; }

    /// <summary>检索索引：放进、撤下，与改动一起提交。</summary>
    public SearchIndex Search { get; }

    internal IReadOnlyList<ActEntry> Entries => _entries;

    /// <summary>记一条：对什么，改了什么。一件事至少记一条，改了几个东西就记几条。</summary>
    /// <param name="changes">改了什么，写成 JSON；不得含个人信息（<see cref="PersonalText"/> 写出来是遮住的）。</param>
    public void Record(Subject subject, object? changes = null) =>
        _entries.Add(new ActEntry(subject, changes is null ? null : ActJson.Of(changes)));

    /// <summary>说明是代谁办的：凭委托办事，取出委托之后才知道代谁。两个人都记。</summary>
    public void ActOnBehalfOf(Guid person) => Act = Act with { Actor = Act.Actor with { OnBehalfOf = person } };

    /// <summary>提交之后发出去：邮件、推送到各渠道。没有提交成的，也就不会发。答复这一件的编号。</summary>
    /// <param name="kind">哪一种，例如 <c>mail</c>。</param>
    /// <param name="payload">内容，写成 JSON；个人信息写编号，发的时候再取。</param>
    /// <param name="notBefore">这个时刻之前不发；不写是尽快。</param>
    public Guid Send(string kind, object payload, DateTimeOffset? notBefore = null)
    {
        var id = Guid.CreateVersion7(Now);
        Db.Outbox.Add(new OutboxMessage { Id = id, Kind = kind, Payload = ActJson.Of(payload), CreatedAt = Now, NotBefore = notBefore ?? Now });
        return id;
    }

    /// <summary>登记收下的附件；内容相同、已经登记过的不再登记。文件名与用在哪里，由各模块自己的表记。</summary>
    public async Task Attach(AttachedFile file, CancellationToken cancel)
    {
        if (await Db.Set<AttachmentRow>().FindAsync([file.Hash], cancel) is null)
            Db.Add(new AttachmentRow { Hash = file.Hash, Length = file.Length, Format = file.Kind.Code, AddedAt = Now });
    }

    /// <summary>登记封好的内容：备份、核对、清理与别的附件一样。</summary>
    /// <param name="hash">封好的内容的散列。</param>
    /// <param name="length">封好的内容有多少字节。</param>
    public async Task AttachSealed(string hash, long length, CancellationToken cancel)
    {
        if (await Db.Set<AttachmentRow>().FindAsync([hash], cancel) is null)
            Db.Add(new AttachmentRow { Hash = hash, Length = length, Format = AttachmentRow.Sealed, AddedAt = Now });
    }

    /// <summary>声明改的是哪一版：页面上的人看到的版本。已经不是这一版的，存的时候拒绝，并给出两边的值。</summary>
    public void Expect(AggregateRow row, long version)
    {
        Db.Entry(row).Property(aggregate => aggregate.Version).OriginalValue = version;
        _expected.Add(row);
    }

    /// <summary>声明改的是哪一版，当场就看：已经不是的，给出拒绝，做事的人据此得到两边的对照。</summary>
    public Refusal? Stale(AggregateRow row, long version)
    {
        Expect(row, version);
        return row.Version == version ? null : new Refusal("已经不是您打开时的样子。");
    }

    internal bool Expects(object row) => row is AggregateRow aggregate && _expected.Contains(aggregate);

    /// <summary>有哪一行已经不是所声明的版本。</summary>
    internal AggregateRow? FindStale() =>
        _expected.FirstOrDefault(row => Db.Entry(row).Property(aggregate => aggregate.Version).OriginalValue != row.Version);
}

/// <summary>审计记录里的一条：对什么，改了什么（JSON）。</summary>
internal sealed record ActEntry(Subject Subject, string? Changes);

using Gongkai.Data;
using Gongkai.Data.Acts;
using Gongkai.Organisations.Access;
using Gongkai.Organisations.Units;
using Actor = Gongkai.Organisations.Access.Actor;

namespace Gongkai.Services.Acting;

/// <summary>办一件事时手边的东西：除了数据库与记录，还有谁在办、凭什么、今天的单位之树。权限已经查过。</summary>
/// <param name="Act">做这件事的范围。</param>
/// <param name="Who">谁在办。</param>
/// <param name="Grounds">凭哪个任职或者委托（对第一个单位）。</param>
/// <param name="Tree">单位之树。</param>
public sealed record PermittedScope(ActScope Act, Actor Who, AccessGrounds Grounds, UnitTree Tree)
{
    /// <summary>数据库，已在事务之内。</summary>
    public GongkaiDbContext Db => Act.Db;

    /// <summary>今天，北京时间。</summary>
    public DateOnly Today => Act.Today;

    /// <summary>记一条：对什么，改了什么；不得含个人信息。</summary>
    public void Record(Subject subject, object? changes = null) => Act.Record(subject, changes);
}

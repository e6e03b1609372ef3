using System.Collections.Immutable;
using Gongkai.Organisations.People;
using Gongkai.Organisations.Units;

namespace Gongkai.Publication.Guide;

/// <summary>常设页的标识。</summary>
public readonly record struct StandingPageId(Guid Value)
{
    public override string ToString() => Value.ToString();
}

/// <summary>常设页：公开指南，或者一项公开制度。各版只添不改，公众看最近发布的一版，从前的各版也看得到。</summary>
/// <param name="Id">标识。</param>
/// <param name="Version">并发的版本：每有一次保存、发布加一，从 1 起。</param>
/// <param name="Unit">单位。</param>
/// <param name="System">哪一项制度的代码（<c>systems.csv</c>）；指南为空。</param>
/// <param name="Versions">内容的各版，由早到晚，至少一版。</param>
/// <param name="Publications">发布，由早到晚；还没有发布过的没有。</param>
public sealed record StandingPage(
    StandingPageId Id, int Version, UnitId Unit, string? System, ImmutableArray<PageVersion> Versions, ImmutableArray<PagePublication> Publications)
{
    /// <summary>是不是公开指南。</summary>
    public bool IsGuide => System is null;

    /// <summary>最新的一版。</summary>
    public PageVersion Latest => Versions[^1];

    /// <summary>公众看得见的一版；还没有发布过的为空。</summary>
    public PageVersion? Visible => Publications.IsEmpty ? null : Versions.First(version => version.Number == Publications[^1].Number);

    /// <summary>添一版。</summary>
    public StandingPage Apply(PageVersion saved) => this with { Versions = Versions.Add(saved), Version = Version + 1 };

    /// <summary>添一次发布。</summary>
    public StandingPage Apply(PagePublication published) => this with { Publications = Publications.Add(published), Version = Version + 1 };
}

/// <summary>常设页的一版。</summary>
/// <param name="Number">第几版，从 1 起。</param>
/// <param name="Texts">各部分的文字；制度只有一部分，代码是 body。</param>
/// <param name="By">谁写的。</param>
/// <param name="At">时刻。</param>
public sealed record PageVersion(int Number, ImmutableArray<PageText> Texts, PersonId By, DateTimeOffset At)
{
    /// <summary>一部分的文字；没有的是空串。</summary>
    public string TextOf(string code) => Texts.FirstOrDefault(text => text.Code == code)?.Text ?? "";
}

/// <summary>一部分的文字。</summary>
/// <param name="Code">哪一部分。</param>
/// <param name="Text">文字。</param>
public sealed record PageText(string Code, string Text);

/// <summary>一次发布。</summary>
/// <param name="Number">第几版。</param>
/// <param name="On">哪一天，北京时间。</param>
/// <param name="By">谁审查发布的；不能是写这一版的人。</param>
/// <param name="EffectiveFrom">自哪一天起施行（含）；指南即发布之日。</param>
public sealed record PagePublication(int Number, DateOnly On, PersonId By, DateOnly EffectiveFrom);

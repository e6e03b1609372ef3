namespace Gongkai.Web.Components.Frames;

/// <summary>导航的一项。</summary>
public sealed record MenuEntry(string Caption, string Address);

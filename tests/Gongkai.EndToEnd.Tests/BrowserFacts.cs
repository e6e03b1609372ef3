using Gongkai.Testing;

namespace Gongkai.EndToEnd.Tests;

/// <summary>要用浏览器的测试；没有浏览器就跳过并说明。</summary>
public sealed class BrowserTheoryAttribute : TheoryAttribute
{
    public BrowserTheoryAttribute() => Skip = Tools.Find(TestBrowser.Program) is null ? $"没有安装 {TestBrowser.Program}" : null;
}

/// <inheritdoc cref="BrowserTheoryAttribute"/>
public sealed class BrowserFactAttribute : FactAttribute
{
    public BrowserFactAttribute() => Skip = Tools.Find(TestBrowser.Program) is null ? $"没有安装 {TestBrowser.Program}" : null;
}

namespace Gongkai.Web.Console.Settings;

/// <summary>单位短码填的。</summary>
public sealed class ShortCodeInput
{
    /// <summary>单位。</summary>
    public string? Unit { get; set; }

    /// <summary>短码；空的是不设。</summary>
    public string? Code { get; set; }
}

/// <summary>一个单位案卷保管几年填的。</summary>
public sealed class RetentionInput
{
    /// <summary>单位。</summary>
    public string? Unit { get; set; }

    /// <summary>几年；空的是照整个网站的。</summary>
    public string? Years { get; set; }
}

namespace Gongkai.Web.Console.Notices;

/// <summary>“我的邮箱”里填的一格：地址，或者确认码。</summary>
public sealed class MailInput
{
    /// <summary>填的。</summary>
    public string? Text { get; set; }
}

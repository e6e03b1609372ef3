using Gongkai.Web.Tests.SigningIn;

namespace Gongkai.Web.Tests.Requests;

/// <summary>不从页面上的表单来的一次提交：登录、防伪的记号、版本、钥匙照真的写，其余想写什么写什么。</summary>
internal static class ForgedForm
{
    /// <summary>伪造一张表单，交出去。</summary>
    /// <param name="from">版本由哪一页上抄；那一页上没有的，写一个不对的。</param>
    /// <param name="to">交到哪个地址。</param>
    /// <param name="handler">表单的名字。</param>
    public static async Task<Reply> Send(Visitor visitor, string from, string to, IReadOnlyList<(string Name, string Value)> fields, string handler = "act")
    {
        var token = (await visitor.Get("/console/password")).Page.QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!;
        var version = (await visitor.Get(from)).Page?.QuerySelector("input[name=version]")?.GetAttribute("value") ?? "99";
        var values = new Dictionary<string, string> { ["_handler"] = handler, ["__RequestVerificationToken"] = token, ["version"] = version, ["key"] = Guid.NewGuid().ToString("N") };
        foreach (var (name, value) in fields) values[name] = value;
        return await visitor.Post(to, values);
    }
}

using Gongkai.Data;
using Gongkai.Data.Acts;
using Gongkai.Data.Audit;
using Gongkai.Data.Mapping.SigningIn;
using Gongkai.Law;
using Microsoft.EntityFrameworkCore;
using System.Text;

namespace Gongkai.Services.SigningIn;

/// <summary>网页的密钥存在库里，封着：任何节点都认得别的节点发的登录 cookie 和防伪标记。</summary>
public sealed class WebKeyStore(Database database)
{
    /// <summary>全部密钥，明文。</summary>
    public IReadOnlyList<string> All()
    {
        using var db = database.CreateContext();
        return [.. db.WebKeys.AsNoTracking().OrderBy(row => row.CreatedAt).ToList().Select(row => Encoding.UTF8.GetString(database.Secrets.Open(Purpose(row.Id), row.Content)))];
    }

    /// <summary>加一把。</summary>
    public async Task Add(string name, string content, CancellationToken cancel) => await database.Acts.Perform<bool>(
        new Act("web-key.add", Actor.System, ChainId.System),
        scope =>
        {
            scope.Db.WebKeys.Add(new WebKeyRow { Id = name, Content = database.Secrets.Seal(Purpose(name), Encoding.UTF8.GetBytes(content)), CreatedAt = scope.Now });
            scope.Record(new Subject("web-key", name));
            return Task.FromResult<Outcome<bool>>(true);
        },
        cancel);

    internal static string Purpose(string name) => $"web-key/{name}";
}

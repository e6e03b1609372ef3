using System.Xml.Linq;
using Gongkai.Services.SigningIn;
using Microsoft.AspNetCore.DataProtection.Repositories;

namespace Gongkai.Web.SigningIn;

/// <summary>cookie 与防伪标记的密钥存在库里，各节点共用；内容由服务封好，所以不另加密。</summary>
internal sealed class WebKeyRepository(WebKeyStore store) : IXmlRepository
{
    public IReadOnlyCollection<XElement> GetAllElements() => [.. store.All().Select(XElement.Parse)];

    // 框架的接口是同步的；一两个月才存一次。
    public void StoreElement(XElement element, string friendlyName) =>
        store.Add(friendlyName, element.ToString(SaveOptions.DisableFormatting), CancellationToken.None).GetAwaiter().GetResult();
}

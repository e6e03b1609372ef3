using Gongkai.Web.SigningIn;
using Microsoft.AspNetCore.DataProtection;

namespace Gongkai.Web.Portal.Requests;

/// <summary>刚交的申请的收条：交了以后转到收条的页面，查询码封在 cookie 里带过去，不写进网址。</summary>
/// <param name="Code">查询码。</param>
/// <param name="Unit">向哪个单位提出，网址里的写法。</param>
/// <param name="CanTrack">可以在网上查询。</param>
/// <param name="CanReach">写了联系方式，机关可以来确认。</param>
/// <param name="At">什么时刻交的。</param>
public sealed record ApplicationReceipt(string Code, string Unit, bool CanTrack, bool CanReach, DateTimeOffset At);

/// <summary><see cref="ApplicationReceipt"/> 的 cookie。</summary>
public sealed class ReceiptCookie(IDataProtectionProvider protection) : SealedCookie<ApplicationReceipt>(protection, "gongkai.request.receipt", "receipt", PortalAddress.Receipt);

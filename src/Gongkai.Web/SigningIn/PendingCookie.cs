using Gongkai.Services.SigningIn;
using Microsoft.AspNetCore.DataProtection;

namespace Gongkai.Web.SigningIn;

/// <summary>口令已对、等动态口令的几分钟：封在一个 cookie 里，只随登录的地址发出。过没过时由服务看。</summary>
public sealed class PendingCookie(IDataProtectionProvider protection) : SealedCookie<PendingSignIn>(protection, "gongkai.sign-in.pending", "pending", SessionCookie.SignInAddress);

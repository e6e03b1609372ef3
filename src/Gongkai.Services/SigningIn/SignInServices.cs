using Gongkai.Data;
using Gongkai.Services.Organisations;

namespace Gongkai.Services.SigningIn;

/// <summary>登录的各项服务，凑成一套。</summary>
public sealed class SignInServices
{
    /// <param name="database">打开的数据库。</param>
    /// <param name="organisations">单位与人员的服务。</param>
    /// <param name="clock">时钟。</param>
    /// <param name="hashing">口令的散列；不给的用平常的次数。</param>
    public SignInServices(Database database, OrganisationServices organisations, TimeProvider clock, PasswordHashing? hashing = null)
    {
        hashing ??= new PasswordHashing();
        Desk = new SignInDesk(database, hashing, clock);
        Sessions = new SessionRegister(database, clock);
        Passwords = new PasswordRegister(database, organisations.Acts, hashing, clock);
        Totp = new TotpRegister(database);
        Tokens = new ApiTokens(database, organisations.Acts, clock);
        FirstRun = new FirstRun(database, organisations.Founding, hashing, clock);
        WebKeys = new WebKeyStore(database);
    }

    /// <summary>登录。</summary>
    public SignInDesk Desk { get; }

    /// <summary>会话。</summary>
    public SessionRegister Sessions { get; }

    /// <summary>口令。</summary>
    public PasswordRegister Passwords { get; }

    /// <summary>动态口令。</summary>
    public TotpRegister Totp { get; }

    /// <summary>接口的令牌。</summary>
    public ApiTokens Tokens { get; }

    /// <summary>首次设置。</summary>
    public FirstRun FirstRun { get; }

    /// <summary>网页的密钥。</summary>
    public WebKeyStore WebKeys { get; }
}

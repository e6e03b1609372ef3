using Gongkai.Data;
using Gongkai.Law;
using Gongkai.Organisations.Access;
using Gongkai.Organisations.People;
using Gongkai.Services.SigningIn;
using Gongkai.Testing.Organisations;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Services.Tests.SigningIn;

/// <summary>登录的测试的起点：虚构的城市，一个经办，他自己定的口令；散列的次数少，测试才快。</summary>
internal sealed class Door : IAsyncDisposable
{
    public const string Login = "jingban";
    public const string Password = "四条腿的白桌子与那盏旧台灯";

    public static readonly CancellationToken None = CancellationToken.None;
    public static readonly SignInOrigin Origin = new("10.1.2.0/24", "Firefox · Windows");

    private const int Iterations = 1_000;

    private Door(InventedCity city)
    {
        City = city;
        SignIn = new SignInServices(city.Database, city.Services, city.Clock, new PasswordHashing(Iterations));
    }

    public InventedCity City { get; }

    public SignInServices SignIn { get; }

    public PersonId Person { get; private set; }

    public static async Task<Door> Open(Engine engine)
    {
        var door = new Door(await InventedCity.Create(engine));
        door.Person = await door.City.Somebody(Role.Handler, door.City.Culture, Login);
        var session = await door.WithOneTimePassword();
        InventedCity.Done(await door.SignIn.Passwords.Change(door.Person, session.Session, door.OneTime!, Password, None));
        return door;
    }

    public string? OneTime { get; private set; }

    public async Task<SignedIn> WithOneTimePassword()
    {
        OneTime = InventedCity.Done(await SignIn.Passwords.Reset(City.Administrator, Person, dropTotp: false, None));
        return (SignedIn)InventedCity.Done(await Try(OneTime));
    }

    public Task<Outcome<SignInStep>> Try(string password, string login = Login) => SignIn.Desk.WithPassword(login, password, Origin, None);

    public async Task<SignedIn> Enter() => (SignedIn)InventedCity.Done(await Try(Password));

    /// <summary>设好动态口令，给出种子和备用码。</summary>
    public async Task<(byte[] Secret, IReadOnlyList<string> Codes)> TurnOnTotp()
    {
        var session = (await Enter()).Session;
        var setup = InventedCity.Done(await SignIn.Totp.Begin(Person, "公开台", None));
        var secret = FromBase32(setup.Secret);
        var codes = InventedCity.Done(await SignIn.Totp.Confirm(Person, session, Totp.CodeAt(secret, City.Clock.GetUtcNow()), None));
        City.Clock.Advance(TimeSpan.FromSeconds(30));
        return (secret, codes.Codes);
    }

    public async Task<PendingSignIn> EnterPassword() => ((CodeNeeded)InventedCity.Done(await Try(Password))).Pending;

    public async Task<IReadOnlyList<string>> Records(string act)
    {
        await using var db = City.Database.CreateContext();
        return await db.AuditRecords.Where(record => record.Act == act).OrderBy(record => record.At).ThenBy(record => record.Sequence).Select(record => record.Changes!).ToListAsync();
    }

    public static byte[] FromBase32(string text)
    {
        const string alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
        var bits = string.Concat(text.Where(char.IsAsciiLetterOrDigit).Select(letter => Convert.ToString(alphabet.IndexOf(letter), 2).PadLeft(5, '0')));
        return [.. Enumerable.Range(0, bits.Length / 8).Select(at => Convert.ToByte(bits.Substring(at * 8, 8), 2))];
    }

    public ValueTask DisposeAsync() => City.DisposeAsync();
}

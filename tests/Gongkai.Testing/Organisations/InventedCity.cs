using Gongkai.Data;
using Gongkai.Law;
using Gongkai.Organisations.Access;
using Gongkai.Organisations.People;
using Gongkai.Organisations.Units;
using Gongkai.Services.Demonstration;
using Gongkai.Services.Organisations;
using Gongkai.Testing.Databases;

namespace Gongkai.Testing.Organisations;

/// <summary>
/// 虚构的云泽市（与演示、样例是同一座），经各项服务建在一个真的库里：市政府、它的办公室（主管部门）、文化广播局、旅游局，苇溪县政府。
/// 市政府有一名系统管理员；别的人由测试自己登记。
/// </summary>
public sealed class InventedCity : IAsyncDisposable
{
    public static readonly DateOnly Start = new(2019, 1, 1);

    /// <summary>文化广播局在索引号里的九位机构代码。</summary>
    public const string CultureCode = "MB1234567";

    private const string CultureCreditCode = $"11999900{CultureCode}8";

    // 设立一次要办十来件事，几百个测试都要它：设立好的做成样板，各自复制一份。
    private static readonly Dictionary<Engine, Lazy<Task<Template>>> Templates = Enum.GetValues<Engine>().ToDictionary(engine => engine, engine => new Lazy<Task<Template>>(() => MakeTemplate(engine)));

    private readonly TestDatabase? _own;
    private int _people;

    private InventedCity(TestDatabase? own, Database database, OrganisationServices services, TestClock clock) =>
        (_own, Database, Services, Clock) = (own, database, services, clock);

    public Database Database { get; }

    public DataSettings Settings => Database.Settings;

    public TestClock Clock { get; }

    public OrganisationServices Services { get; }

    public DateOnly Today => LegalTime.Today(Clock);

    public PersonId Administrator { get; private set; }

    public UnitId City { get; private set; }

    public UnitId CityOffice { get; private set; }

    public UnitId Culture { get; private set; }

    public UnitId Tourism { get; private set; }

    public UnitId County { get; private set; }

    /// <summary>建在一个新的库里；用完连库一起删掉。</summary>
    public static async Task<InventedCity> Create(Engine engine)
    {
        var (files, founded) = await Templates[engine].Value;
        var test = await TestDatabase.Create(engine, files);
        return new InventedCity(test, test.Database, new OrganisationServices(test.Database, test.Clock), test.Clock)
        {
            Administrator = founded.Administrator, City = founded.City, CityOffice = founded.CityOffice, Culture = founded.Culture, Tourism = founded.Tourism, County = founded.County,
        };
    }

    /// <summary>建在别人的库里，例如一个运行着的网站的；库由别人管。</summary>
    public static Task<InventedCity> In(Database database, OrganisationServices services, TestClock clock) => Build(new InventedCity(null, database, services, clock));

    private static async Task<InventedCity> Build(InventedCity city)
    {
        var founded = (await city.Services.Founding.Found(FirstUnit(), CancellationToken.None)).Value;
        (city.City, city.Administrator) = (founded.Unit, founded.Administrator);
        city.CityOffice = await city.Establish("云泽市人民政府办公室", UnitLevel.City, UnitKind.Department);
        await city.DesignateAuthority();
        city.Culture = await city.Establish("云泽市文化广播局", UnitLevel.City, UnitKind.Department, creditCode: CultureCreditCode);
        city.Tourism = await city.Establish("云泽市旅游局", UnitLevel.City, UnitKind.Department);
        city.County = await city.Establish("苇溪县人民政府", UnitLevel.County, UnitKind.Government);
        return city;
    }

    /// <summary>数据库服务器上的库没有了，网站还开着。</summary>
    public Task LoseDatabase() => _own!.Lose();

    /// <summary>首次设置要填的：市政府和它的系统管理员。</summary>
    public static FoundUnit FirstUnit() => new(
        Facts("云泽市人民政府", UnitLevel.City, UnitKind.Government, null),
        Start,
        "某管理员",
        "guanliyuan",
        DemoUnit.Regions);

    public static UnitFacts Facts(string name, UnitLevel level, UnitKind kind, UnitId? superior) => new()
    {
        Name = name, Level = level, Kind = kind, Superior = superior, RegionCode = level == UnitLevel.City ? "999900" : "999921",
    };

    /// <summary>在市政府之下设立一个单位。</summary>
    public async Task<UnitId> Establish(string name, UnitLevel level, UnitKind kind, UnitId? superior = null, string? creditCode = null)
    {
        var facts = Facts(name, level, kind, superior ?? City) with { CreditCode = creditCode };
        var command = new EstablishUnit(new UnitId(Guid.CreateVersion7()), facts, Start, "设立");
        return Done(await Services.Units.Establish(Administrator, command, null, CancellationToken.None));
    }

    /// <summary>登记一个人，某甲几，在某单位任某个角色。</summary>
    public async Task<PersonId> Somebody(Role role, UnitId unit, string? loginName = null)
    {
        var number = ++_people;
        var command = new AddPerson($"某甲{number}", loginName ?? $"jia{number}", unit, null, role, Start);
        return Done(await Services.People.Add(Administrator, command, null, CancellationToken.None));
    }

    /// <summary>再给他一个角色，自今天起。</summary>
    public async Task Appoint(PersonId person, Role role, UnitId unit) =>
        Done(await Services.People.Appoint(Administrator, person, new AppointPerson(unit, null, role, new Validity(Today, null)), CancellationToken.None));

    /// <summary>单位之树，现在的样子。</summary>
    public async Task<UnitTree> Tree()
    {
        await using var db = Database.CreateContext();
        return await Services.Trees.Load(db, CancellationToken.None);
    }

    /// <summary>做成了的结果；被拒绝的，测试到此为止，并说出理由。</summary>
    public static T Done<T>(Outcome<T> outcome)
    {
        outcome.Refusal?.Reason.ShouldBeNull();
        return outcome.Value;
    }

    public ValueTask DisposeAsync() => _own?.DisposeAsync() ?? ValueTask.CompletedTask;

    private static async Task<Template> MakeTemplate(Engine engine)
    {
        InventedCity? founded = null;
        var files = await DatabaseTemplate.Make(engine, "gongkai_template_city", sharesKeys: true, async database =>
        {
            var clock = new TestClock();
            founded = await In(database, new OrganisationServices(database, clock), clock);
        });
        return new Template(files, founded!);
    }

    private async Task DesignateAuthority()
    {
        var city = (await Tree()).Find(City)!;
        var command = new ChangeUnit(City, city.Latest with { CompetentAuthority = CityOffice }, Start, "指定主管部门");
        Done(await Services.Units.Change(Administrator, command, city.Version, null, CancellationToken.None));
    }

    private sealed record Template(DatabaseTemplate Files, InventedCity Founded);
}

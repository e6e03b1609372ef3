using Gongkai.Data;
using Gongkai.Data.Queries.Organisations;
using Gongkai.Services.Acting;

namespace Gongkai.Services.Organisations;

/// <summary>单位与人员的各项服务，凑成一套：网站、命令行、测试都从这里取。</summary>
public sealed class OrganisationServices
{
    /// <param name="database">打开的数据库。</param>
    /// <param name="clock">时钟。</param>
    public OrganisationServices(Database database, TimeProvider clock)
    {
        Trees = new UnitTrees();
        Acts = new PermittedActs(database, Trees);
        Current = new CurrentPeople(database, Trees, clock);
        Founding = new Founding(database);
        Units = new UnitRegister(database, Trees, Acts);
        Offices = new OfficeRegister(Acts);
        People = new PeopleRegister(database, Acts);
        Delegations = new DelegationRegister(database, Acts);
        LocalRegions = new LocalRegionRegister(database, Acts);
        Directory = new PeopleDirectory(database);
    }

    /// <summary>单位之树。</summary>
    public UnitTrees Trees { get; }

    /// <summary>凭权限办事；别的模块的服务也用它。</summary>
    public PermittedActs Acts { get; }

    /// <summary>当前人员。</summary>
    public CurrentPeople Current { get; }

    /// <summary>开办。</summary>
    public Founding Founding { get; }

    /// <summary>单位名册。</summary>
    public UnitRegister Units { get; }

    /// <summary>内设机构。</summary>
    public OfficeRegister Offices { get; }

    /// <summary>人员名册。</summary>
    public PeopleRegister People { get; }

    /// <summary>委托。</summary>
    public DelegationRegister Delegations { get; }

    /// <summary>人员的查询。</summary>
    public PeopleDirectory Directory { get; }

    /// <summary>本地的区划代码。</summary>
    public LocalRegionRegister LocalRegions { get; }
}

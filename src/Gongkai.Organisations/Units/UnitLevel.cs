namespace Gongkai.Organisations.Units;

/// <summary>层级：由高到低五级。</summary>
public enum UnitLevel
{
    /// <summary>国家级。</summary>
    State,

    /// <summary>省级。</summary>
    Province,

    /// <summary>市级：设区的市、自治州，以及地区、盟和不设区的地级市。</summary>
    City,

    /// <summary>县级。</summary>
    County,

    /// <summary>乡镇级，含街道。</summary>
    Town,
}

/// <summary>性质：政府、部门、派出机构、授权组织。条例第二条、第十条、第五十四条。</summary>
public enum UnitKind
{
    /// <summary>一级人民政府。</summary>
    Government,

    /// <summary>政府部门，含政府办公厅（室）。</summary>
    Department,

    /// <summary>派出机构、派出机关，含街道办事处和功能区管理委员会。</summary>
    DispatchedBody,

    /// <summary>法律、法规授权的具有管理公共事务职能的组织。条例第五十四条。</summary>
    AuthorizedOrganisation,
}

/// <summary>层级与性质给人看的说法，一处写定。</summary>
public static class UnitCaptions
{
    /// <summary>层级的说法，例如“县级”。</summary>
    public static string Caption(this UnitLevel level) => level switch
    {
        UnitLevel.State => "国家级",
        UnitLevel.Province => "省级",
        UnitLevel.City => "市级",
        UnitLevel.County => "县级",
        _ => "乡镇级",
    };

    /// <summary>性质的说法，例如“授权组织”。</summary>
    public static string Caption(this UnitKind kind) => kind switch
    {
        UnitKind.Government => "政府",
        UnitKind.Department => "部门",
        UnitKind.DispatchedBody => "派出机构",
        _ => "授权组织",
    };

    /// <summary>终止的缘由的说法，例如“合并”。</summary>
    public static string Caption(this UnitEndingKind kind) => kind switch
    {
        UnitEndingKind.Merged => "合并",
        UnitEndingKind.Split => "分立",
        _ => "撤销",
    };
}

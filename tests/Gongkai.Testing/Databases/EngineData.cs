using System.Reflection;
using Gongkai.Data;
using Xunit.Sdk;

namespace Gongkai.Testing.Databases;

/// <summary>在 SQLite 上跑一遍；与 <see cref="OnPostgresAttribute"/> 一起用，测试的第一个参数是引擎。</summary>
public sealed class OnSqliteAttribute(params object[] rest) : DataAttribute
{
    public override IEnumerable<object[]> GetData(MethodInfo testMethod) => [[Engine.Sqlite, .. rest]];
}

/// <summary>在 PostgreSQL 上跑一遍；没有装就跳过并说明。</summary>
public sealed class OnPostgresAttribute : DataAttribute
{
    private readonly object[] _rest;

    public OnPostgresAttribute(params object[] rest)
    {
        _rest = rest;
        Skip = PostgresCluster.Missing;
    }

    public override IEnumerable<object[]> GetData(MethodInfo testMethod) => [[Engine.Postgres, .. _rest]];
}

using Gongkai.Data;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Testing.Databases;

/// <summary>库里实有的结构，一行一项：表的列、索引、外键。用来比较脚本建的与模型要的。</summary>
public static class Catalogue
{
    // 不在模型里的：版本表与全文索引，由脚本独自负责。
    private const string Outside = "'schema_version'";

    private const string Sqlite = $"""
        SELECT m.name || '.' || c.name || ' ' || c.type || CASE c."notnull" WHEN 1 THEN ' not null' ELSE '' END
            || CASE c.pk WHEN 0 THEN '' ELSE ' key ' || c.pk END || COALESCE(' default ' || c.dflt_value, '') AS value
        FROM sqlite_master m, pragma_table_info(m.name) c WHERE m.type = 'table' AND m.name NOT IN ({Outside}) AND m.name NOT LIKE 'search_index%' AND m.name NOT LIKE 'sqlite_%'
        UNION ALL
        SELECT m.name || ' index ' || i.name || CASE i."unique" WHEN 1 THEN ' unique' ELSE '' END || CASE i.partial WHEN 1 THEN ' partial' ELSE '' END
            || ' (' || (SELECT group_concat(c.name || ' ' || c."desc") FROM pragma_index_xinfo(i.name) c WHERE c.key = 1) || ')'
        FROM sqlite_master m, pragma_index_list(m.name) i WHERE m.type = 'table' AND m.name NOT IN ({Outside}) AND m.name NOT LIKE 'search_index%'
        UNION ALL
        SELECT m.name || ' references ' || f."table" || ' (' || f."from" || ') on delete ' || f.on_delete
        FROM sqlite_master m, pragma_foreign_key_list(m.name) f WHERE m.type = 'table'
        """;

    private const string Postgres = $"""
        SELECT c.relname || '.' || a.attname || ' ' || format_type(a.atttypid, a.atttypmod) || CASE WHEN a.attnotnull THEN ' not null' ELSE '' END
            || CASE a.attidentity WHEN '' THEN '' ELSE ' identity ' || a.attidentity::text END || coalesce(' default ' || pg_get_expr(d.adbin, d.adrelid), '') AS value
        FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped LEFT JOIN pg_attrdef d ON d.adrelid = c.oid AND d.adnum = a.attnum
        WHERE c.relkind = 'r' AND c.relnamespace = 'public'::regnamespace AND c.relname NOT IN ({Outside}) AND c.relname NOT LIKE 'search_index%'
        UNION ALL
        SELECT tablename || ' index ' || indexdef FROM pg_indexes WHERE schemaname = 'public' AND tablename NOT IN ({Outside}) AND tablename NOT LIKE 'search_index%'
        UNION ALL
        SELECT conrelid::regclass || ' ' || pg_get_constraintdef(oid) FROM pg_constraint WHERE contype IN ('f', 'c') AND connamespace = 'public'::regnamespace
        """;

    public static async Task<IReadOnlyList<string>> Of(DataSettings settings)
    {
        await using var db = new GongkaiDbContext(Database.OptionsFor(settings));
        var query = settings.Engine == Engine.Sqlite ? Sqlite : Postgres;
        var rows = await db.Database.SqlQueryRaw<string>(query).ToListAsync();
        return [.. rows.Order(StringComparer.Ordinal)];
    }
}

/// <summary>两份结构的差别，一行一处。</summary>
public static class SchemaDifference
{
    public static IReadOnlyList<string> Between(IReadOnlyList<string> byScripts, IReadOnlyList<string> byModel) =>
    [
        .. byModel.Except(byScripts).Select(line => $"脚本缺少：{line}"),
        .. byScripts.Except(byModel).Select(line => $"脚本多出：{line}"),
    ];
}

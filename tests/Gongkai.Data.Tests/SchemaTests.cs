using Gongkai.Testing.Databases;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Data.Tests;

public sealed class SchemaTests
{
    [Theory, OnSqlite, OnPostgres]
    public async Task Scripts_make_the_catalogue_that_the_model_asks_for(Engine engine)
    {
        await using var byScripts = await TestDatabase.Create(engine);
        await using var byModel = await TestDatabase.CreateEmpty(engine);
        await using var db = new GongkaiDbContext(Database.OptionsFor(byModel.Settings));
        var wanted = db.Database.GenerateCreateScript();
        await db.Database.ExecuteSqlRawAsync(wanted.Replace("{", "{{", StringComparison.Ordinal).Replace("}", "}}", StringComparison.Ordinal));

        var differences = SchemaDifference.Between(await Catalogue.Of(byScripts.Settings), await Catalogue.Of(byModel.Settings));

        differences.ShouldBeEmpty($"模型与脚本不一致。模型要的有关语句：\n{Concerning(differences, wanted)}");
    }

    /// <summary>建表脚本里与差别有关的语句，供照着写。</summary>
    private static string Concerning(IReadOnlyList<string> differences, string script)
    {
        var tables = differences.Select(line => line.Split('：')[1].Split('.', ' ')[0]).ToHashSet();
        return string.Join("\n\n", script.Split(";", StringSplitOptions.TrimEntries).Where(statement => tables.Any(table => NamesTable(statement, table))));
    }

    private static bool NamesTable(string statement, string table) =>
        statement.Split(['"', ' ', '(', '\n'], StringSplitOptions.RemoveEmptyEntries).Take(6).Contains(table);
}

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

        differences.ShouldBeEmpty($"模型与脚本不一致。模型要的建表语句：\n{wanted}");
    }
}

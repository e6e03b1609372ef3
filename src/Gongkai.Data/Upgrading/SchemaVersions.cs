using System.Data.Common;

namespace Gongkai.Data.Upgrading;

/// <summary>已经应用的脚本。</summary>
internal sealed record AppliedScript(int Version, string Name, string Hash);

/// <summary>库里的 <c>schema_version</c> 表：哪些脚本已经应用。</summary>
internal static class SchemaVersions
{
    private const string Exists = "SELECT count(*) FROM sqlite_master WHERE type = 'table' AND name = 'schema_version'";
    private const string ExistsInPostgres = "SELECT count(*) FROM information_schema.tables WHERE table_schema = current_schema() AND table_name = 'schema_version'";

    public static async Task<IReadOnlyList<AppliedScript>> Read(DbConnection connection, Engine engine, CancellationToken cancel)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = engine == Engine.Sqlite ? Exists : ExistsInPostgres;
        if (Convert.ToInt64(await command.ExecuteScalarAsync(cancel)) == 0) return [];

        command.CommandText = "SELECT version, name, hash FROM schema_version ORDER BY version";
        var applied = new List<AppliedScript>();
        await using var reader = await command.ExecuteReaderAsync(cancel);
        while (await reader.ReadAsync(cancel)) applied.Add(new AppliedScript(reader.GetInt32(0), reader.GetString(1), reader.GetString(2)));
        return applied;
    }

    public static async Task Write(DbConnection connection, DbTransaction transaction, SchemaScript script, DateTimeOffset at, CancellationToken cancel)
    {
        await using var command = connection.CreateCommand();
        command.Transaction = transaction;
        command.CommandText = "INSERT INTO schema_version (version, name, hash, applied_at) VALUES (@version, @name, @hash, @at)";
        Add("@version", script.Version);
        Add("@name", script.Name);
        Add("@hash", script.Hash);
        Add("@at", at.UtcDateTime);
        await command.ExecuteNonQueryAsync(cancel);

        void Add(string name, object value)
        {
            var parameter = command.CreateParameter();
            (parameter.ParameterName, parameter.Value) = (name, value);
            command.Parameters.Add(parameter);
        }
    }
}

using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace Gongkai.Data.Mapping;

/// <summary>表和列的名字：小写加下划线，两种引擎都不必加引号，人也好查。</summary>
internal static class SnakeCase
{
    private const string RowSuffix = "Row";

    public static void Apply(IMutableModel model)
    {
        foreach (var entity in model.GetEntityTypes())
        {
            if (entity.GetTableName() is null || entity.IsMappedToJson()) continue;
            // DbSet 的名字是复数，表名取类型的单数；映射里写明了的不动。
            var named = ((IConventionEntityType)entity).GetTableNameConfigurationSource() == ConfigurationSource.Explicit;
            if (!named) entity.SetTableName(Of(WithoutSuffix(entity.ClrType.Name)));
            foreach (var property in entity.GetProperties()) property.SetColumnName(Of(property.GetColumnName()));
            foreach (var key in entity.GetKeys()) key.SetName(Of(key.GetName()!));
            foreach (var key in entity.GetForeignKeys()) key.SetConstraintName(Of(key.GetConstraintName()!));
            foreach (var index in entity.GetIndexes()) index.SetDatabaseName(Of(index.GetDatabaseName()!));
        }
    }

    public static string Of(string name)
    {
        var text = new StringBuilder(name.Length + 8);
        for (var at = 0; at < name.Length; at++)
        {
            var starts = at > 0 && char.IsUpper(name[at]) && name[at - 1] != '_' && !char.IsUpper(name[at - 1]);
            if (starts) text.Append('_');
            text.Append(char.ToLowerInvariant(name[at]));
        }

        return text.ToString();
    }

    private static string WithoutSuffix(string name) => name.EndsWith(RowSuffix, StringComparison.Ordinal) ? name[..^RowSuffix.Length] : name;
}

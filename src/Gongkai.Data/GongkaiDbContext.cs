using Gongkai.Data.Acts;
using Gongkai.Data.Audit;
using Gongkai.Data.Mapping;
using Gongkai.Data.Mapping.Settings;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Data;

/// <summary>数据库：全部表的映射，两种引擎共用一个模型。改动只经 <see cref="ActRunner"/>，查询可以直接用它。</summary>
public sealed class GongkaiDbContext(DbContextOptions<GongkaiDbContext> options) : DbContext(options)
{
    /// <summary>设置。</summary>
    public DbSet<SettingRow> Settings => Set<SettingRow>();

    /// <summary>审计记录。</summary>
    public DbSet<AuditRecord> AuditRecords => Set<AuditRecord>();

    /// <summary>各审计链的链头。</summary>
    public DbSet<AuditChain> AuditChains => Set<AuditChain>();

    internal DbSet<CommandRecord> Commands => Set<CommandRecord>();

    /// <inheritdoc/>
    public override int SaveChanges(bool acceptAllChangesOnSuccess)
    {
        AggregateVersions.Advance(ChangeTracker);
        return base.SaveChanges(acceptAllChangesOnSuccess);
    }

    /// <inheritdoc/>
    public override Task<int> SaveChangesAsync(bool acceptAllChangesOnSuccess, CancellationToken cancellationToken = default)
    {
        AggregateVersions.Advance(ChangeTracker);
        return base.SaveChangesAsync(acceptAllChangesOnSuccess, cancellationToken);
    }

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        ColumnTypes.Apply(configurationBuilder);
    }

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.ApplyConfigurationsFromAssembly(typeof(GongkaiDbContext).Assembly);
        SnakeCase.Apply(modelBuilder.Model);
    }
}

using System.Security.Cryptography;
using System.Text;
using Gongkai.Law;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Gongkai.Data.Acts;

/// <summary>做过的命令：钥匙、内容的散列、第一次的结果。与改动在同一个事务里写。</summary>
internal sealed class CommandRecord
{
    /// <summary>谁的钥匙；程序自己的为空编号。</summary>
    public required Guid Actor { get; init; }

    public required string Key { get; init; }

    public required byte[] Payload { get; init; }

    /// <summary>第一次的结果，JSON。</summary>
    public required string Result { get; init; }

    public required DateTimeOffset At { get; init; }

    public static CommandRecord Of<T>(Act act, CommandKey key, T result, DateTimeOffset at) => new()
    {
        Actor = act.Actor.Id ?? Guid.Empty,
        Key = key.Value,
        Payload = Hash(act, key),
        Result = ActJson.Of(result),
        At = at,
    };

    /// <summary>同一把钥匙又来一次：内容相同，给第一次的结果；不同的拒绝。</summary>
    public Outcome<T> Again<T>(Act act, CommandKey key) => CryptographicOperations.FixedTimeEquals(Payload, Hash(act, key))
        ? ActJson.Read<T>(Result)
        : new Refusal("这次提交与先前的一次用了同一把钥匙，内容却不同，没有保存。请刷新页面再提交。");

    private static byte[] Hash(Act act, CommandKey key) =>
        SHA256.HashData(Encoding.UTF8.GetBytes($"{act.Kind}\n{act.Chain}\n{ActJson.Of(key.Payload)}"));
}

internal sealed class CommandMapping : IEntityTypeConfiguration<CommandRecord>
{
    public void Configure(EntityTypeBuilder<CommandRecord> builder)
    {
        builder.ToTable("command");
        builder.HasKey(row => new { row.Actor, row.Key });
        builder.HasIndex(row => row.At);
    }
}

using System.Text.Json;
using Gongkai.Data.Acts;
using Gongkai.Data.Mapping.Publication;
using Gongkai.Organisations.Units;
using Gongkai.Services.Publication;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Services.Requests;

/// <summary>案号：短码、年度、流水，例如“WGJ-2026-0012”；没有短码的不写。登记时在同一个事务里取下一个，所以没有空号，也不会重号；移入的占了的，跳过。</summary>
internal static class CaseNumbers
{
    public static async Task<string> Next(ActScope scope, UnitId unit, int year, CancellationToken cancel)
    {
        var code = await scope.Db.Settings.FindAsync([unit.Value, IndexAllocation.ShortCodeSetting], cancel) is { } row ? JsonSerializer.Deserialize<string>(row.Value) : null;
        var key = $"request/{unit.Value:N}/{year}";
        var sequence = await scope.Db.IndexSequences.FindAsync([key], cancel);
        if (sequence is null) scope.Db.IndexSequences.Add(sequence = new IndexSequenceRow { Key = key });
        // 由原来的台账移入的，可能已经占了后面的号。
        for (; ; )
        {
            sequence.Last++;
            var number = $"{(code is null ? "" : $"{code}-")}{year}-{sequence.Last:0000}";
            if (!await scope.Db.RequestCases.AnyAsync(row => row.Unit == unit.Value && row.Number == number, cancel)) return number;
        }
    }
}

using System.Collections.Immutable;
using Gongkai.Organisations.Registers;

namespace Gongkai.Supervision;

/// <summary>监督保障的各本台账：会议部署、制度、培训、检查、考核、社会评议、责任追究、互动回应、政务公开日、整改。年报的文字由它们写出。条例第四十六条至第五十三条。</summary>
public static class SupervisionRegisters
{
    /// <summary>各本，按显示的次序。</summary>
    public static ImmutableArray<RegisterForm> All { get; } = RegisterForms.In(typeof(SupervisionRegisters).Assembly);
}

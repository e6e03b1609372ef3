using System.Collections.Immutable;
using Gongkai.Organisations.Registers;
using Gongkai.Publication.Channels;
using Gongkai.Requests.Process;
using Gongkai.Supervision;

namespace Gongkai.Services.Registers;

/// <summary>全部台账的格式，各模块的合在一起。</summary>
public static class RegisterCatalogue
{
    /// <summary>各本，按显示的次序。</summary>
    public static ImmutableArray<RegisterForm> All { get; } = [.. RegisterForms.In(typeof(Channel).Assembly), .. RegisterForms.In(typeof(CaseProcess).Assembly), .. SupervisionRegisters.All];

    /// <summary>一本；没有的为空。</summary>
    public static RegisterForm? Find(string code) => All.FirstOrDefault(form => form.Code == code);
}

using Gongkai.Data;
using Gongkai.Services.Organisations;

namespace Gongkai.Services.Registers;

/// <summary>台账的各项服务，凑成一套。</summary>
public sealed class RegisterServices(Database database, OrganisationServices organisations, TimeProvider clock)
{
    /// <summary>登记。</summary>
    public RegisterDesk Desk { get; } = new(database, organisations.Acts);

    /// <summary>看。</summary>
    public RegisterBoard Board { get; } = new(database, clock);
}

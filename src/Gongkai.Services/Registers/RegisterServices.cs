using Gongkai.Data;
using Gongkai.Services.Organisations;
using Gongkai.Services.Publication.Normative;

namespace Gongkai.Services.Registers;

/// <summary>台账的各项服务，凑成一套。</summary>
public sealed class RegisterServices(Database database, OrganisationServices organisations, TimeProvider clock)
{
    /// <summary>登记。</summary>
    public RegisterDesk Desk { get; } = new(database, organisations.Acts);

    /// <summary>看。</summary>
    public RegisterBoard Board { get; } = new(database, clock);

    /// <summary>信息报送的月度通报。</summary>
    public SubmissionBulletins Bulletins { get; } = new(database);

    /// <summary>年报表二。</summary>
    public TableTwo TableTwo { get; } = new(database, new DisclosureCounting(database, organisations.Trees));
}

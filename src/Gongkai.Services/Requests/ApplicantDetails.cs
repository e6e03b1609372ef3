using System.Collections.Immutable;
using Gongkai.Data.PersonalData;

namespace Gongkai.Services.Requests;

/// <summary>申请人是谁、怎样联系，解开了的；打印、写日志仍是遮住的。没有写的为空。</summary>
/// <param name="Name">姓名或者名称。</param>
/// <param name="IdentityKind">身份证明的种类。</param>
/// <param name="Identity">证件号码。</param>
/// <param name="Phone">电话。</param>
/// <param name="Email">电子邮箱。</param>
/// <param name="Address">通信地址。</param>
/// <param name="Others">共同申请的其他人。</param>
/// <param name="AgentName">代理人。</param>
/// <param name="AgentPhone">代理人的电话。</param>
/// <param name="AgentAuthority">委托的证明。</param>
public sealed record ApplicantDetails(
    PersonalText? Name, string? IdentityKind, PersonalText? Identity, PersonalText? Phone, PersonalText? Email, PersonalText? Address,
    ImmutableArray<string> Others, PersonalText? AgentName, PersonalText? AgentPhone, string? AgentAuthority);

using Gongkai.Organisations.Access;
using Gongkai.Organisations.People;
using Gongkai.Organisations.Units;
using Gongkai.Publication.Review;

namespace Gongkai.Services.Demonstration;

/// <summary>一个单位的公开工作班子：审查的每一步由谁办。相邻的两步不由同一个人办，所以校对有两人。</summary>
/// <param name="Unit">单位。</param>
/// <param name="People">各角色的人。</param>
public sealed record DemoTeam(UnitId Unit, ILookup<Role, PersonId> People)
{
    /// <summary>拟稿的人。</summary>
    public PersonId Handler(int number) => Nth(Role.Handler, number);

    /// <summary>发布、撤回、归档的人。</summary>
    public PersonId Head => Nth(Role.DisclosureOfficeHead, 0);

    /// <summary>保密审查的人。</summary>
    public PersonId SecrecyReviewer => Nth(Role.SecrecyReviewer, 0);

    /// <summary>审查的一步由谁办。</summary>
    public PersonId HolderOf(ReviewStep step) => step switch
    {
        ReviewStep.FirstReview => Nth(Role.OfficeHead, 0),
        ReviewStep.SecondReview => Nth(Role.DeputyLeader, 0),
        ReviewStep.SecrecyReview => SecrecyReviewer,
        ReviewStep.SecondProof => Nth(Role.Proofreader, 1),
        ReviewStep.FirstProof or ReviewStep.ThirdProof => Nth(Role.Proofreader, 0),
        _ => Head,
    };

    private PersonId Nth(Role role, int number)
    {
        var held = People[role].ToList();
        return held[number % held.Count];
    }
}

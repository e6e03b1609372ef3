namespace Gongkai.Requests.Counting;

/// <summary>申请人的类别：年报表三的各列。代理人不改变类别；几个人共同申请的，按第一个。</summary>
public enum ApplicantKind
{
    /// <summary>自然人。</summary>
    NaturalPerson,

    /// <summary>商业企业；个体工商户在内。</summary>
    Business,

    /// <summary>科研机构；高等学校、科研院所在内。</summary>
    Research,

    /// <summary>社会公益组织：社会团体、基金会、公益性民办非企业单位。</summary>
    PublicWelfare,

    /// <summary>法律服务机构：律师事务所以自己名义申请的。</summary>
    LegalService,

    /// <summary>其他：村（居）民委员会、业主委员会、机关、医院、中小学、媒体等。</summary>
    Other,
}

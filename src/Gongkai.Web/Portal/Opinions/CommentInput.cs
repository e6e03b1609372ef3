using System.ComponentModel.DataAnnotations;

namespace Gongkai.Web.Portal.Opinions;

/// <summary>公众提意见填的。</summary>
public sealed class CommentInput
{
    /// <summary>提交的钥匙：按两下、刷新重交的，只收一条。</summary>
    [StringLength(40, ErrorMessage = "表单不完整，请刷新页面再交。")]
    public string Key { get; set; } = Guid.NewGuid().ToString("N");

    /// <summary>意见。</summary>
    [Required(ErrorMessage = "请写下您的意见。")]
    public string? Text { get; set; }

    /// <summary>姓名或者单位。</summary>
    public string? Name { get; set; }

    /// <summary>联系方式。</summary>
    public string? Contact { get; set; }

    /// <summary>同意按说明使用所填的个人信息；填了姓名、联系方式的才要。</summary>
    public bool Consent { get; set; }

    /// <summary>给程序设的圈套：人看不见，填了的不收。</summary>
    public string? Website { get; set; }
}

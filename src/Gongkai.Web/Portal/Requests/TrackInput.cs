using System.ComponentModel.DataAnnotations;

namespace Gongkai.Web.Portal.Requests;

/// <summary>查询时写的。</summary>
public sealed class TrackInput
{
    /// <summary>查询码。</summary>
    [Required(ErrorMessage = "请写查询码。"), StringLength(40, ErrorMessage = "查询码是 SQ、GZ、TS 开头的十二个字母和数字。")]
    public string? Code { get; set; }

    /// <summary>证件号码或者电话的后四位。</summary>
    [Required(ErrorMessage = "请写证件号码或者电话的后四位。"), StringLength(40, ErrorMessage = "只写后四位。")]
    public string? LastFour { get; set; }
}

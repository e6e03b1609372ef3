namespace Gongkai.Web.Components.Marks;

/// <summary>语气：决定颜色与线型，意思仍由文字说。</summary>
public enum Tone
{
    /// <summary>平常。</summary>
    Plain,

    /// <summary>可以做、正在做。</summary>
    Active,

    /// <summary>好：有效、已发布、已办结。</summary>
    Good,

    /// <summary>要留意：快到期、待补。</summary>
    Careful,

    /// <summary>错了或逾期。</summary>
    Wrong,

    /// <summary>过去了：废止、失效、撤回。</summary>
    Past,
}

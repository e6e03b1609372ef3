namespace Gongkai.Requests.Files;

/// <summary>案卷里的文件作什么用。</summary>
public enum CaseFilePurpose
{
    /// <summary>申请所附的材料：身份证明、委托书等。</summary>
    Application,

    /// <summary>补正的材料。</summary>
    Correction,

    /// <summary>一件事的证据：签收单、回执、意见、纸质申请的扫描件。留在案卷，不给申请人。</summary>
    Evidence,

    /// <summary>随答复提供的信息：答复送达以后，申请人在查询页上看得到。</summary>
    Answer,
}

/// <summary>案卷里的文件的说法。</summary>
public static class CaseFileWording
{
    /// <summary>作什么用的说法，例如“随答复提供”。</summary>
    public static string Caption(this CaseFilePurpose purpose) => purpose switch
    {
        CaseFilePurpose.Application => "申请所附",
        CaseFilePurpose.Correction => "补正材料",
        CaseFilePurpose.Evidence => "证据，留在案卷",
        _ => "随答复提供",
    };
}

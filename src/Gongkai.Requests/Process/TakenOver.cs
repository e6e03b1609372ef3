namespace Gongkai.Requests.Process;

/// <summary>原来的台账里记着的：系统启用以前办的各步，不补造成一件一件的事，照台账的样子记下。</summary>
/// <param name="CorrectionSent">告知补正之日；没有的为空。</param>
/// <param name="CorrectionReceived">收到补正之日；没有的为空。条例第三十条。</param>
/// <param name="ExtensionDays">延长的工作日数；没有延的为 0。条例第三十三条第二款。</param>
/// <param name="ExtensionNotified">告知延期之日；没有延的为空。</param>
/// <param name="DeliveredOn">送达之日；没有的为空。</param>
public sealed record TakenOver(DateOnly? CorrectionSent, DateOnly? CorrectionReceived, int ExtensionDays, DateOnly? ExtensionNotified, DateOnly? DeliveredOn);

using Gongkai.Publication.Drafting;
using Gongkai.Requests.Intake;

namespace Gongkai.Web.Console.Drafting;

/// <summary>拟稿各页的地址。</summary>
internal static class DraftAddress
{
    public const string New = ConsoleAddress.NewItem;

    public const string Import = "/console/items/import";

    /// <summary>照一件申请拟一条主动公开。条例第四十四条。</summary>
    public static string FromCase(CaseId id) => $"{New}?case={id}";

    public static string Dossier(ItemId item) => ConsoleAddress.Item(item);

    public static string Edit(ItemId item) => $"{Dossier(item)}/edit";

    public static string Preview(ItemId item) => $"{Dossier(item)}/preview";

    public static string Versions(ItemId item) => $"{Dossier(item)}/versions";

    /// <summary>附件：末尾的文件名只给人看，凭的是标识。</summary>
    public static string File(ItemId item, Attachment file) => $"{Dossier(item)}/files/{file.Id.Value:N}/{Uri.EscapeDataString(file.FileName)}";

    /// <summary>附件公开的那一份（净化副本）；末尾的文件名只给人看。</summary>
    public static string Copy(ItemId item, Attachment file) => $"{Dossier(item)}/copies/{file.Id.Value:N}/{Uri.EscapeDataString(file.FileName)}";
}

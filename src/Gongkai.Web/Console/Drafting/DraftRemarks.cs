using Gongkai.Publication.Catalogue;
using Gongkai.Publication.Findings;
using Gongkai.Services.Publication;

namespace Gongkai.Web.Console.Drafting;

/// <summary>对存着的稿要说的：填得不对的、扫描命中的，写在所说的那一项旁边。</summary>
internal sealed record DraftRemarks(IReadOnlyList<ItemFault> Faults, IReadOnlyList<AnsweredFinding> Findings)
{
    public static DraftRemarks None { get; } = new([], []);

    public static DraftRemarks Of(ItemDossier? dossier) => dossier is null ? None : new(dossier.Faults, [.. dossier.Screening.Findings.Where(answered => answered.Finding.File is null)]);
}

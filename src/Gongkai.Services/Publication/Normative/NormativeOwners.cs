using Gongkai.Organisations.Units;
using Gongkai.Publication.Normative;

namespace Gongkai.Services.Publication.Normative;

/// <summary>文件由谁管：制定的单位还在的是它自己，终止了的是承接的单位（分立的，由承接的第一个）。制定的单位不因此改变。</summary>
internal static class NormativeOwners
{
    /// <summary>某日管这些文件的单位。</summary>
    public static UnitId KeeperOf(UnitTree tree, UnitId unit, DateOnly date) => tree.ResponsibleOn(unit, date) is [var first, ..] ? first : unit;

    /// <summary>某日由一个单位管的各单位：它自己和它所承接的。</summary>
    public static IReadOnlyCollection<Guid> KeptBy(UnitTree tree, UnitId keeper, DateOnly date) =>
        [.. tree.Units.Where(unit => KeeperOf(tree, unit.Id, date) == keeper).Select(unit => unit.Id.Value).Append(keeper.Value).Distinct()];

    /// <summary>一个单位所管的各件，当作它自己制定的；清理和统计用。</summary>
    public static NormativeRegister RegisterOf(UnitId keeper, IEnumerable<NormativeDocument> documents) =>
        NormativeRegister.Of(documents.Select(document => document with { Unit = keeper }));
}

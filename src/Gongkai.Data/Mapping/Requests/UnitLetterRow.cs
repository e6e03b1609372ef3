using Gongkai.Requests.Letters;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Gongkai.Data.Mapping.Requests;

/// <summary>一个单位改写的一种文书，一版一行，改了另起一版；恢复标准也是一版。出了的文书存着自己的全文，不跟着变。</summary>
public sealed class UnitLetterRow
{
    /// <summary>哪个单位。</summary>
    public required Guid Unit { get; init; }

    /// <summary>哪一种，<see cref="LetterTemplate.Id"/>。</summary>
    public required string Template { get; init; }

    /// <summary>第几版，从 1 起。</summary>
    public required int Version { get; init; }

    /// <summary>标题。</summary>
    public required string Title { get; init; }

    /// <summary>正文，一行一段。</summary>
    public required string Text { get; init; }

    /// <summary>恢复了标准：用程序里标准的样子，这里存的是那时的。</summary>
    public required bool IsStandard { get; init; }

    /// <summary>谁改的。</summary>
    public required Guid ChangedBy { get; init; }

    /// <summary>什么时刻改的。</summary>
    public required DateTimeOffset ChangedAt { get; init; }

    /// <summary>照这一版的样子；恢复了标准的就是标准。</summary>
    public LetterTemplate ToTemplate(LetterTemplate standard) => IsStandard ? standard : standard with { Title = Title, Paragraphs = [.. Text.Split('\n')] };
}

internal sealed class UnitLetterMapping : IEntityTypeConfiguration<UnitLetterRow>
{
    public void Configure(EntityTypeBuilder<UnitLetterRow> builder)
    {
        builder.ToTable("unit_letter");
        builder.HasKey(row => new { row.Unit, row.Template, row.Version });
        builder.HasOne<Organisations.UnitRow>().WithMany().HasForeignKey(row => row.Unit).OnDelete(DeleteBehavior.Restrict);
    }
}

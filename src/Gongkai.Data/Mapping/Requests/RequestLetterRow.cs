using Gongkai.Data.PersonalData;
using Gongkai.Requests.Letters;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Gongkai.Data.Mapping.Requests;

/// <summary>发出的一份文书，见 <see cref="Letter"/>：随那件事存下，不再改；更正笔误另出一份。内容封着。</summary>
public sealed class RequestLetterRow
{
    /// <summary>哪一件申请。</summary>
    public required Guid Case { get; init; }

    /// <summary>第几份，从 1 起。</summary>
    public required int Number { get; init; }

    /// <summary>随第几件事。</summary>
    public required int Event { get; init; }

    /// <summary>哪一种，<see cref="LetterTemplate.Id"/>。</summary>
    public required string Template { get; init; }

    /// <summary>文书，封着。</summary>
    public required byte[] Content { get; set; }

    /// <summary>读成文书。</summary>
    public Letter ToLetter(DossierKey key) => RowJson.Read<Letter>(key.Open(FieldOf(Number), Content));

    /// <summary>封好一份。</summary>
    public static RequestLetterRow Of(Guid id, DossierKey key, int number, int happened, string template, Letter letter) => new()
    {
        Case = id, Number = number, Event = happened, Template = template, Content = key.Seal(FieldOf(number), RowJson.Write(letter)),
    };

    private static string FieldOf(int number) => $"letter-{number}";
}

internal sealed class RequestLetterMapping : IEntityTypeConfiguration<RequestLetterRow>
{
    public void Configure(EntityTypeBuilder<RequestLetterRow> builder)
    {
        builder.ToTable("request_letter");
        builder.HasKey(row => new { row.Case, row.Number });
        builder.HasOne<RequestCaseRow>().WithMany().HasForeignKey(row => row.Case).OnDelete(DeleteBehavior.Restrict);
    }
}

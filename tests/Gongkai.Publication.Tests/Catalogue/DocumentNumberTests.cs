using Gongkai.Publication.Catalogue;

namespace Gongkai.Publication.Tests.Catalogue;

public sealed class DocumentNumberTests
{
    [Fact]
    public void Every_case_is_read_normalised_or_refused_as_written()
    {
        foreach (var example in YamlCases.Read<NumberCase>("document-numbers.yaml"))
        {
            var reading = DocumentNumber.Read(example.Text);
            if (example.Refused is { } words)
            {
                reading.Refusal.ShouldNotBeNull(example.Text).Reason.ShouldContain(words);
                continue;
            }

            reading.Succeeded.ShouldBeTrue(example.Text);
            reading.Value.Number.ToString().ShouldBe(example.Number);
            reading.Value.Changes.ShouldBe(example.Changes);
            DocumentNumber.Parse(example.Text).Succeeded.ShouldBe(example.Changes.Count == 0, example.Text);
        }
    }

    [Fact]
    public void What_was_normalised_is_already_normal() =>
        YamlCases.Read<NumberCase>("document-numbers.yaml").Where(example => example.Number is not null)
            .ShouldAllBe(example => DocumentNumber.Parse(example.Number!).Succeeded);

    [Fact]
    public void The_strict_reading_names_the_fault_and_the_right_form() =>
        DocumentNumber.Parse("国办发[2022]08号").Refusal.ShouldNotBeNull().Reason
            .ShouldBe("文号“国办发[2022]08号”不合规范：年份用六角括号〔〕；顺序号不编虚位（前面不补0）。应为“国办发〔2022〕8号”。");

    private sealed class NumberCase
    {
        public string Text { get; init; } = "";

        public string? Number { get; init; }

        public List<string> Changes { get; init; } = [];

        public string? Refused { get; init; }
    }
}

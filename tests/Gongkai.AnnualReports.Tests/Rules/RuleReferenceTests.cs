using System.Text;
using Gongkai.AnnualReports.Rules;
using Gongkai.Law.Wording;
using Gongkai.Testing;

namespace Gongkai.AnnualReports.Tests.Rules;

public sealed class RuleReferenceTests
{
    [Theory]
    [InlineData(Language.Chinese, "rules.md")]
    [InlineData(Language.English, "rules.en.md")]
    public void The_reference_says_what_the_catalogue_says(Language language, string page)
    {
        using var speaking = Speech.In(language);
        var path = Repository.PathOf("docs", page);
        var generated = RuleReference.Markdown();
        if (Environment.GetEnvironmentVariable("GONGKAI_UPDATE_DOCS") == "1")
            File.WriteAllText(path, generated, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false));

        File.ReadAllText(path).ShouldBe(generated, $"docs/{page} 与目录不一致，重新生成：GONGKAI_UPDATE_DOCS=1 dotnet test tests/Gongkai.AnnualReports.Tests");
    }
}

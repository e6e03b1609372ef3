using System.Text;
using Gongkai.AnnualReports.Rules;
using Gongkai.Testing;

namespace Gongkai.AnnualReports.Tests.Rules;

public sealed class RuleReferenceTests
{
    [Fact]
    public void The_reference_says_what_the_catalogue_says()
    {
        var path = Repository.PathOf("docs", "rules.md");
        var generated = RuleReference.Markdown();
        if (Environment.GetEnvironmentVariable("GONGKAI_UPDATE_DOCS") == "1")
            File.WriteAllText(path, generated, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false));

        File.ReadAllText(path).ShouldBe(generated, "docs/rules.md 与目录不一致，重新生成：GONGKAI_UPDATE_DOCS=1 dotnet test tests/Gongkai.AnnualReports.Tests");
    }
}

using System.Text;
using Gongkai.Cli.Commands.Report.Batch;
using Gongkai.Testing;

namespace Gongkai.Cli.Tests.Report;

public sealed class BatchDictionaryTests
{
    [Fact]
    public void The_data_dictionary_lists_the_columns_that_are_written()
    {
        var path = Repository.PathOf("docs", "batch-data.md");
        var generated = BatchDictionary.Markdown();
        if (Environment.GetEnvironmentVariable("GONGKAI_UPDATE_DOCS") == "1")
            File.WriteAllText(path, generated, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false));

        File.ReadAllText(path).ShouldBe(generated, "docs/batch-data.md 与程序不一致，重新生成：GONGKAI_UPDATE_DOCS=1 dotnet test tests/Gongkai.Cli.Tests");
    }
}

using System.Text.Json;
using Gongkai.Organisations.Access;
using Gongkai.Testing;
using Gongkai.Web.Access;
using Gongkai.Web.Api;

namespace Gongkai.Web.Tests.Api;

/// <summary>接口的说明说全了，也说真了。</summary>
public sealed class ApiDescriptionTests(ProductionSite site) : IClassFixture<ProductionSite>
{
    [Fact]
    public async Task Every_address_of_the_api_is_described_in_chinese_with_its_answer()
    {
        using var document = await Description();

        var paths = document.RootElement.GetProperty("paths");
        paths.EnumerateObject().Select(path => path.Name).Order().ShouldBe(EndpointTable.Rows.Where(row => row.Pattern.StartsWith("/api/v1/", StringComparison.Ordinal)).Select(row => row.Pattern).Distinct().Order());
        foreach (var path in paths.EnumerateObject())
        {
            foreach (var operation in path.Value.EnumerateObject())
            {
                operation.Value.TryGetProperty("summary", out var summary).ShouldBeTrue($"{path.Name} 没有说做什么");
                summary.GetString()!.ShouldContain(letter => letter >= '一' && letter <= '龥', path.Name);
                var responses = operation.Value.GetProperty("responses");
                responses.GetProperty(responses.TryGetProperty("201", out _) ? "201" : "200").GetProperty("content").EnumerateObject().ShouldNotBeEmpty(path.Name);
            }
        }
    }

    [Fact]
    public async Task What_needs_a_token_says_so_and_says_which_scope_and_nothing_else_does()
    {
        using var document = await Description();
        var guide = await File.ReadAllTextAsync(Repository.PathOf("docs", "api.md"));

        document.RootElement.GetProperty("components").GetProperty("securitySchemes").GetProperty("token").GetProperty("scheme").GetString().ShouldBe("bearer");
        foreach (var row in EndpointTable.Rows.Where(row => row.Pattern.StartsWith("/api/v1/", StringComparison.Ordinal)))
        {
            var operation = document.RootElement.GetProperty("paths").GetProperty(row.Pattern).GetProperty(row.Methods.ToLowerInvariant());
            var scope = TokenScopeEntry.All.FirstOrDefault(entry => AccessPolicies.Token(entry.Scope) == row.Policy);
            operation.TryGetProperty("security", out var security).ShouldBe(scope is not null, row.Pattern);
            if (scope is null) continue;
            security.EnumerateArray().Single().TryGetProperty("token", out _).ShouldBeTrue(row.Pattern);
            operation.GetProperty("description").GetString()!.ShouldContain(scope.Code);
            guide.ShouldContain($"`{row.Methods} {row.Pattern}", customMessage: "docs/api.md 里没有这个地址");
            guide.ShouldContain($"`{scope.Code}`");
        }
    }

    [Fact]
    public async Task Conditions_of_the_list_are_those_of_the_guide_for_people()
    {
        using var document = await Description();
        var guide = await File.ReadAllTextAsync(Repository.PathOf("docs", "api.md"));

        var described = document.RootElement.GetProperty("paths").GetProperty("/api/v1/items").GetProperty("get").GetProperty("parameters").EnumerateArray().Select(parameter => parameter.GetProperty("name").GetString()!).ToList();

        described.ShouldBe(ApiDescription.ListParameters.Select(parameter => parameter.Name));
        described.Where(name => name != "q" && !guide.Contains($"`{name}`", StringComparison.Ordinal)).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_condition_that_is_described_is_read_and_a_wrong_one_refused()
    {
        foreach (var parameter in ApiDescription.ListParameters.Where(parameter => parameter.Name != "q"))
        {
            using var answer = await site.Client.GetAsync(new Uri($"/api/v1/items?{parameter.Name}=%E4%B8%8D%E5%AF%B9", UriKind.Relative));

            ((int)answer.StatusCode).ShouldBe(400, parameter.Name);
        }
    }

    private async Task<JsonDocument> Description() => JsonDocument.Parse(await site.Client.GetStringAsync(new Uri("/openapi/v1.json", UriKind.Relative)));
}

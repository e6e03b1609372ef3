namespace Gongkai.Architecture.Tests;

/// <summary>工程之间允许的箭头，与 docs/architecture.md 的图一致。</summary>
public sealed class ReferenceTests
{
    private static readonly string[] Modules = ["Gongkai.AnnualReports", "Gongkai.Requests", "Gongkai.Publication", "Gongkai.Supervision"];
    private static readonly string[] ModuleGround = ["Gongkai.Organisations", "Gongkai.Scanning", "Gongkai.Documents", "Gongkai.Law"];

    /// <summary>每个工程直接可用的下层；间接的由它们带来。</summary>
    private static readonly Dictionary<string, string[]> Allowed = new(StringComparer.Ordinal)
    {
        ["Gongkai.Law"] = [],
        ["Gongkai.Documents"] = ["Gongkai.Law"],
        ["Gongkai.Scanning"] = ["Gongkai.Documents", "Gongkai.Law"],
        ["Gongkai.Organisations"] = ["Gongkai.Law"],
        ["Gongkai.AnnualReports"] = ModuleGround,
        ["Gongkai.Requests"] = ModuleGround,
        ["Gongkai.Publication"] = ModuleGround,
        ["Gongkai.Supervision"] = ModuleGround,
        ["Gongkai.Data"] = [.. Modules, .. ModuleGround],
        ["Gongkai.Services"] = ["Gongkai.Data", .. Modules, .. ModuleGround],
        ["Gongkai.Web"] = ["Gongkai.Services", .. Modules, .. ModuleGround],
        ["Gongkai.Cli"] = ["Gongkai.Services", "Gongkai.Web", .. Modules, .. ModuleGround],
    };

    [Fact]
    public void Every_arrow_between_projects_is_in_the_picture()
    {
        var forbidden =
            from project in SourceTree.Projects
            where project.IsProduct
            from reference in project.References
            where !Allowed.GetValueOrDefault(project.Name, []).Contains(reference, StringComparer.Ordinal)
            select $"{project.Name} → {reference}";

        forbidden.ShouldBeEmpty("这些引用不在架构图里。缺的箭头多半是 Services 的事：让它同时认识两个模块。");
    }

    [Fact]
    public void Every_project_is_known_to_the_picture()
    {
        var unknown = SourceTree.Projects.Where(project => project.IsProduct && !Allowed.ContainsKey(project.Name)).Select(project => project.Name);

        unknown.ShouldBeEmpty("新的工程要先进 docs/architecture.md 的图和本测试的表。");
    }

    [Fact]
    public void Nothing_in_the_product_refers_to_tests()
    {
        var wrong = SourceTree.Projects.Where(project => project.IsProduct)
            .SelectMany(project => project.References.Where(reference => reference.Contains("Test", StringComparison.Ordinal)).Select(reference => $"{project.Name} → {reference}"));

        wrong.ShouldBeEmpty("产品不得引用测试工程：把要共用的东西移到产品里它所属的模块。");
    }

    [Fact]
    public void Modules_know_neither_the_database_nor_the_web()
    {
        string[] strangers = ["Microsoft.EntityFrameworkCore", "Npgsql", "SQLitePCLRaw", "Microsoft.AspNetCore"];
        var wrong =
            from project in SourceTree.Projects
            where Modules.Contains(project.Name, StringComparer.Ordinal) || ModuleGround.Contains(project.Name, StringComparer.Ordinal)
            from package in project.Packages
            where strangers.Any(stranger => package.StartsWith(stranger, StringComparison.Ordinal))
            select $"{project.Name} → {package}";

        wrong.ShouldBeEmpty("模块只懂业务：存取放到 Gongkai.Data，页面放到 Gongkai.Web。");
    }

    [Fact]
    public void Every_project_pins_its_packages_in_a_lock_file()
    {
        var missing = SourceTree.Projects.Where(project => !File.Exists(Path.Combine(project.Folder, "packages.lock.json"))).Select(project => project.RelativePath);

        missing.ShouldBeEmpty("缺 packages.lock.json：运行 dotnet restore，把生成的文件一起提交。");
    }
}

using System.Reflection;

namespace Gongkai.Architecture.Tests;

/// <summary>接口要有不止一个实现；只有一个的，直接用那个类型。</summary>
public sealed class InterfaceTests
{
    [Fact]
    public void The_product_is_there_to_be_looked_at() => ProductAssemblies.Paths.Count.ShouldBeGreaterThanOrEqualTo(5);

    [Fact]
    public void No_interface_has_a_single_implementation()
    {
        var types = ProductAssemblies.Paths.SelectMany(path => Assembly.LoadFrom(path).GetTypes()).ToList();
        var lonely =
            from contract in types
            where contract.IsInterface
            let implementations = types.Where(type => !type.IsInterface && Implements(type, contract)).ToList()
            where implementations.Count == 1
            select $"{contract.FullName}：只有 {implementations[0].Name}";

        lonely.ShouldBeEmpty("去掉接口，直接用这个类型；真有第二种实现时再抽出来。");
    }

    private static bool Implements(Type type, Type contract) =>
        type.GetInterfaces().Any(face => (face.IsGenericType ? face.GetGenericTypeDefinition() : face) == contract);
}

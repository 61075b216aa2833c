using System.Reflection;
using System.Runtime.CompilerServices;
using System.Runtime.Loader;

namespace Slipway.Architecture.Tests;

/// <summary>What types may hold and show.</summary>
public sealed class StateRules
{
    [Fact]
    public void No_type_has_state_of_its_own_that_changes() =>
        Types().SelectMany(t => t.GetFields(BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly))
            .Where(f => !f.IsInitOnly && !f.IsLiteral && !IsGenerated(f) && !IsGenerated(f.DeclaringType!))
            .Select(f => $"{f.DeclaringType}.{f.Name}")
            .ShouldBeEmpty();

    [Fact]
    public void A_record_never_changes() =>
        Types().Where(t => t.GetMethod("<Clone>$") is not null)
            .SelectMany(t => t.GetProperties(BindingFlags.Instance | BindingFlags.Public | BindingFlags.DeclaredOnly))
            .Where(p => p.SetMethod is { } set && !set.ReturnParameter.GetRequiredCustomModifiers().Contains(typeof(IsExternalInit)))
            .Select(p => $"{p.DeclaringType}.{p.Name}")
            .ShouldBeEmpty();

    [Fact]
    public void A_class_is_sealed_unless_something_derives_from_it()
    {
        var types = Types().ToList();
        var bases = types.Select(t => t.BaseType).OfType<Type>().Select(t => t.IsGenericType ? t.GetGenericTypeDefinition() : t).ToHashSet();

        // Users derive contexts of their own from Slipway's, as from Cake's.
        types.Where(t => t is { IsClass: true, IsSealed: false, IsAbstract: false, FullName: not "Slipway.Phases.SlipwayContext" })
            .Where(t => !bases.Contains(t) && !IsGenerated(t))
            .Select(t => t.FullName)
            .ShouldBeEmpty();
    }

    // The public API of the stand-ins is that of the published packages, whatever the rules of this house are.
    private static IEnumerable<Type> Types() =>
        Tests.Assembly.Ours()
            .Where(a => a.Name.StartsWith("Slipway", StringComparison.Ordinal))
            .SelectMany(a => AssemblyLoadContext.Default.LoadFromAssemblyPath(Path.Combine(AppContext.BaseDirectory, a.Name + ".dll")).GetTypes());

    private static bool IsGenerated(MemberInfo member) =>
        member.GetCustomAttribute<CompilerGeneratedAttribute>() is not null
        || member.GetCustomAttribute<System.CodeDom.Compiler.GeneratedCodeAttribute>() is not null
        || member.Name.Contains('<', StringComparison.Ordinal)
        || (member.DeclaringType is { } type && IsGenerated(type));
}

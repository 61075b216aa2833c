using System.Reflection;
using Cake.Core;

namespace Cake.Docker.Tests;

/// <summary>The methods of <see cref="DockerAliases"/>, called with made-up arguments.</summary>
internal static class AliasMethods
{
    public static IEnumerable<MethodInfo> All()
        => from method in typeof(DockerAliases).GetMethods(BindingFlags.Public | BindingFlags.Static)
           orderby method.Name, method.GetParameters().Length, method.ToString()
           select method;

    /// <summary>The arguments of docker that a method gives without settings; texts have the names of their parameters as values.</summary>
    public static string ArgumentsOf(MethodInfo method)
    {
        var runner = new RecordingProcessRunner();
        var context = CakeContexts.Recording(runner);
        method.Invoke(null, [.. method.GetParameters().Select(parameter => ValueOf(parameter, context))]);
        return runner.Arguments;
    }

    private static object? ValueOf(ParameterInfo parameter, ICakeContext context) => parameter.ParameterType switch
    {
        var type when type == typeof(ICakeContext) => context,
        var type when type == typeof(string) => $"<{parameter.Name}>",
        var type when type == typeof(int) => 80,
        var type when type.IsAssignableFrom(typeof(string[])) => new[] { $"<{parameter.Name}>", "<...>" },
        // A login without a name makes no sense: these may not be null.
        var type when type == typeof(DockerRegistryLoginSettings) => new DockerRegistryLoginSettings(),
        _ => null,
    };
}

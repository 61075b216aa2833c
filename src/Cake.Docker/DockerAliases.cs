using System.Runtime.CompilerServices;
using Cake.Core;
using Cake.Core.Annotations;

namespace Cake.Docker;

/// <summary>
/// Docker's commands as methods of the context.
/// </summary>
[CakeAliasCategory("Docker")]
public static partial class DockerAliases
{
    private static GenericDockerRunner<TSettings> RunnerOf<TSettings>(ICakeContext context)
        where TSettings : AutoToolSettings, new()
        => new(context.FileSystem, context.Environment, context.ProcessRunner, context.Tools);

    private static string Required(string value, [CallerArgumentExpression(nameof(value))] string? name = null)
    {
        ArgumentException.ThrowIfNullOrEmpty(value, name);
        return value;
    }

    private static string[] Required(string[] values, [CallerArgumentExpression(nameof(values))] string? name = null)
        => values is { Length: > 0 } ? values : throw new ArgumentException("Name at least one.", name);

    private static string[] Optional(string? value) => string.IsNullOrEmpty(value) ? [] : [value];

    /// <summary>The image or container, then the command if there is one, then its arguments.</summary>
    private static string[] Invocation(string what, string? command, string[] args)
        => string.IsNullOrEmpty(command) ? [what, .. args] : [what, command, .. args];
}

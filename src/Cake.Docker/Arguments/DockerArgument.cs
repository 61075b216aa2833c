using System.Diagnostics.CodeAnalysis;
using Cake.Core.IO;
using Cake.Core.IO.Arguments;

namespace Cake.Docker;

/// <summary>
/// An option and its value, before they are written.
/// </summary>
/// <param name="key">The option with its dashes; null when the value says it all.</param>
/// <param name="value">The value; null for none.</param>
/// <param name="quoting">How the value is written.</param>
[SuppressMessage("Performance", "CA1815:Override equals and operator equals on value types", Justification = "The published type has neither.")]
[SuppressMessage("Style", "IDE0250:Make struct 'readonly'", Justification = "The published type is not.")]
public struct DockerArgument(string? key, string? value, DockerArgumentQuoting quoting)
{
    /// <summary>Gets the option with its dashes; null when the value says it all.</summary>
    public string? Key { get; } = key;

    /// <summary>Gets the value; null for none.</summary>
    public string? Value { get; } = value;

    /// <summary>Gets how the value is written.</summary>
    public DockerArgumentQuoting Quoting { get; } = quoting;

    internal readonly IEnumerable<IProcessArgument> Render()
    {
        if (!string.IsNullOrEmpty(Key))
        {
            yield return new TextArgument(Key);
        }

        if (!string.IsNullOrEmpty(Value))
        {
            yield return Quoting switch
            {
                DockerArgumentQuoting.Unquoted => new TextArgument(Value),
                DockerArgumentQuoting.Quoted => new TextArgument(ProcessArgumentEscaper.Escape(Value)),
                _ when Value.IndexOf('=', StringComparison.Ordinal) is var at and > 0 => new NamedSecretArgument(Value[..at], Value[(at + 1)..]),
                _ => new SecretArgument(new TextArgument(ProcessArgumentEscaper.Escape(Value))),
            };
        }
    }
}

using System.Collections.Immutable;

namespace Slipway.Dockerfiles.Stages;

/// <summary>What holds before an instruction of a stage.</summary>
public sealed record StepState
{
    /// <summary>The folder that commands run in; null while it is that of an unknown base image.</summary>
    public string? Folder { get; init; }

    /// <summary>Whether a WORKDIR stands before it, be its path absolute or not.</summary>
    public bool HasFolder { get; init; }

    /// <summary>The user as written; null while it is that of an unknown base image.</summary>
    public string? User { get; init; }

    /// <summary>The variables that ENV has set, of the stages that this one is based on too.</summary>
    public ImmutableDictionary<string, string> Environment { get; init; } = ImmutableDictionary.Create<string, string>(StringComparer.Ordinal);

    /// <summary>The build arguments declared in this stage with their defaults, null without one.</summary>
    public ImmutableDictionary<string, string?> Arguments { get; init; } = ImmutableDictionary.Create<string, string?>(StringComparer.Ordinal);

    /// <summary>The words of the last SHELL; null for the default shell.</summary>
    public IReadOnlyList<string>? Shell { get; init; }

    /// <summary>The value of a variable as instructions see it: an ENV hides an ARG.</summary>
    /// <param name="name">The variable.</param>
    /// <returns>The value, or null when there is none.</returns>
    public string? Value(string name) => Environment.GetValueOrDefault(name) ?? Arguments.GetValueOrDefault(name);
}

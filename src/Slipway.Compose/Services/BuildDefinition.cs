using System.Collections.Immutable;

namespace Slipway.Compose.Services;

/// <summary>How a service's image is built.</summary>
/// <param name="Context">The build context: a path or an address.</param>
/// <param name="Dockerfile">The Dockerfile's path within the context; null when it is written inline.</param>
/// <param name="Target">The stage to stop at, or null for the last one.</param>
/// <param name="Args">The build arguments.</param>
public sealed record BuildDefinition(string Context, string? Dockerfile, string? Target, HiddenValues Args)
{
    /// <summary>The Dockerfile's text where the compose file itself has it, else null.</summary>
    public string? Inline { get; init; }

    /// <summary>Further contexts by the names that the Dockerfile knows them by: paths, addresses, images or services.</summary>
    public HiddenValues Contexts { get; init; } = HiddenValues.None;

    /// <summary>The paths of the files that the build gets as secrets.</summary>
    public ImmutableArray<string> SecretFiles { get; init; } = [];

    /// <summary>
    /// All else that is said of the build, and of the platform that it is for, in a form that is the same however it was written. What only says
    /// where caches, names and labels of images go is left out.
    /// </summary>
    public string Rest { get; init; } = "";

    /// <inheritdoc/>
    public override string ToString() => $"{Context} {Dockerfile} {Target}";
}

using System.Collections.Immutable;

namespace Slipway.Compose.Slots;

/// <summary>A one-shot service that migrates the database with the new release's image.</summary>
/// <param name="From">The service whose environment, networks and volumes it uses.</param>
/// <param name="Image">The image, present on the engine.</param>
/// <param name="Command">The command that migrates.</param>
/// <param name="Labels">Labels added to those of the compose file.</param>
public sealed record MigrationJob(
    string From, string Image, ImmutableArray<string> Command, ImmutableArray<KeyValuePair<string, string>> Labels)
{
    /// <summary>The name of the service in the overlay.</summary>
    public const string ServiceName = "slipway-migrate";

    /// <summary>The profile that the service is behind.</summary>
    public const string Profile = "slipway-migration";
}

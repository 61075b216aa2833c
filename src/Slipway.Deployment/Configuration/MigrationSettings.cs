using Slipway.Databases.Migrations;

namespace Slipway.Deployment.Configuration;

/// <summary>How the schema is migrated.</summary>
public sealed record MigrationSettings
{
    /// <summary>The compose service whose image holds the migrations.</summary>
    public required string Service { get; init; }

    /// <summary>The program that migrates, and how its migrations are read.</summary>
    public required IMigrationTool Tool { get; init; }

    /// <summary>The command of the migration job.</summary>
    public required IReadOnlyList<string> Command { get; init; }

    /// <summary>The folder of the tool's revision files, relative to the application's folder.</summary>
    public required string Folder { get; init; }

    /// <summary>How long the job may take.</summary>
    public TimeSpan Timeout { get; init; } = TimeSpan.FromMinutes(10);

    /// <summary>Where in slipway.yaml it stands.</summary>
    public Place Place { get; init; } = Place.None;
}

using Slipway.Engine.Commands;

namespace Slipway.Deployment.Configuration;

/// <summary>What slipway.yaml says, before it is held against the compose file.</summary>
public sealed record ApplicationSettings
{
    /// <summary>The application's name, which is also the name of the compose project.</summary>
    public required string Name { get; init; }

    /// <summary>The folder of slipway.yaml, absolute.</summary>
    public required string Folder { get; init; }

    /// <summary>The compose files, relative to the folder, in order.</summary>
    public required IReadOnlyList<string> ComposeFiles { get; init; }

    /// <summary>The address of the engine: <c>ssh://user@host</c>, a <c>unix://</c> socket, or null for the local one.</summary>
    public string? Host { get; init; }

    /// <summary>The application's folder on the engine's host, absolute; null where none is named.</summary>
    public string? HostFolder { get; init; }

    /// <summary>The services, by name.</summary>
    public required IReadOnlyDictionary<string, ServiceSettings> Services { get; init; }

    /// <summary>What a service of the compose files is that is not named: data, to be left alone.</summary>
    public required IStrategy Unnamed { get; init; }

    /// <summary>The proxy; null only when no service is blue-green.</summary>
    public ProxySettings? Proxy { get; init; }

    /// <summary>The database, if the application has one that Slipway may read.</summary>
    public DatabaseSettings? Database { get; init; }

    /// <summary>The migrations, if there are any.</summary>
    public MigrationSettings? Migrations { get; init; }

    /// <summary>How long new slots are watched once they serve; zero only confirms that they do.</summary>
    public TimeSpan Watch { get; init; }

    /// <summary>How many requests may fail meanwhile, 0 to 1,000,000.</summary>
    public int WatchFailures { get; init; }

    /// <summary>Whether the old slot is left running for a rollback. Without, it is stopped once it is drained.</summary>
    public bool KeepWarm { get; init; } = true;

    /// <summary>How many releases' images are kept for a cold rollback, 1 to 100.</summary>
    public int KeepReleases { get; init; } = 3;

    /// <summary>The compose project, without the slots.</summary>
    public ComposeProject Project => new(Name, ComposeFiles, Folder);

    /// <summary>The name of the network that joins the proxy and the slots.</summary>
    public string SlotsNetwork => $"{Name}_slots";

    /// <summary>Where the file stands.</summary>
    public required string File { get; init; }
}

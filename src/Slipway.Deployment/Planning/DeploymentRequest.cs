using Slipway.Observability.Journal;

namespace Slipway.Deployment.Planning;

/// <summary>What the user asked for on the command line.</summary>
public sealed record DeploymentRequest
{
    /// <summary>What is done, for locks, journals and histories.</summary>
    public string Action => Until is { } part ? part : IsRelease ? RunAction.Release : IsWarmRollback || Kept ? RunAction.Rollback : RunAction.Deploy;

    /// <summary>Whether a dump of the database is asked for by itself.</summary>
    public bool IsBackup => Until == "Backup";

    /// <summary>The phase after which it ends, because the user asked for no more; null for all of them.</summary>
    public string? Until { get; init; }

    /// <summary>The release's name, from <c>--release</c>; null to derive it from what is deployed.</summary>
    public string? Release { get; init; }

    /// <summary>Whether the release is a kept one, whose images are used as they are: nothing is built, pulled or migrated.</summary>
    public bool Kept { get; init; }

    /// <summary>Whether it only goes back to the warm slots, which are as they are: no overlay is needed.</summary>
    public bool IsWarmRollback { get; init; }

    /// <summary>Whether the application is given back to plain compose, as if Slipway had never been there.</summary>
    public bool IsRelease { get; init; }

    /// <summary>The stateful services, and the proxy, whose replacement the user consents to, from <c>--consent</c>.</summary>
    public IReadOnlySet<string> Consents { get; init; } = new HashSet<string>();

    /// <summary>Whether pending migrations may take away what the running release uses, from <c>--allow-contracting</c>.</summary>
    public bool AllowContracting { get; init; }
}

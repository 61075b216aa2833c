using Slipway.Compose.Files;

namespace Slipway.Compose.Surroundings;

/// <summary>What is known around a compose file that is looked at. Everything may be left out.</summary>
public sealed record ComposeSurroundings
{
    /// <summary>Nothing is known.</summary>
    public static ComposeSurroundings Unknown { get; } = new();

    /// <summary>All compose files of the application, included and extended ones first, then in the order in which they are laid over each other.</summary>
    public IReadOnlyList<ComposeFile> Files { get; init; } = [];

    /// <summary>Gives the value of a variable for interpolation, or null when it isn't set.</summary>
    public Func<string, string?> Variable { get; init; } = _ => null;

    /// <summary>Whether a file or folder of the host is there, by its path, which starts where those of the files do; null when nobody can say.</summary>
    public Func<string, bool?> Exists { get; init; } = _ => null;

    /// <summary>Reads a text file of the host, such as a proxy's configuration, by its path; null when there is none.</summary>
    public Func<string, string?> ReadText { get; init; } = _ => null;

    /// <summary>The images, or null when nothing is known of them.</summary>
    public IServiceImages? Images { get; init; }

    /// <summary>Asks for the engine's version; null counts as new.</summary>
    public Func<Version?> Engine { get; init; } = () => null;

    /// <summary>Asks for the version of Compose; null counts as new.</summary>
    public Func<Version?> Compose { get; init; } = () => null;

    /// <summary>How long services took from start to ready, as measured.</summary>
    public IReadOnlyDictionary<string, TimeSpan> BootTimes { get; init; } = new Dictionary<string, TimeSpan>();

    /// <summary>The paths at which services say whether they are well, such as <c>/healthz</c>, with a port from 1 to 65535: those of slipway.yaml.</summary>
    public IReadOnlyDictionary<string, HealthAddress> HealthAddresses { get; init; } = new Dictionary<string, HealthAddress>();

    /// <summary>
    /// Takes a start command apart, given word by word, if it migrates the database before it starts the service; null when it doesn't, or
    /// when nothing else would do the same. Who knows shells and migration tools answers.
    /// </summary>
    public Func<IReadOnlyList<string>, MigrationSplit?> SplitStart { get; init; } = _ => null;

    /// <summary>How long the requests of a service may take before it is stopped: the drains of slipway.yaml.</summary>
    public IReadOnlyDictionary<string, TimeSpan> Drains { get; init; } = new Dictionary<string, TimeSpan>();
}

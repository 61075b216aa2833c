using Slipway.Dockerfiles.Ignoring;

namespace Slipway.Dockerfiles.Contexts;

/// <summary>What is known of the folder that a Dockerfile is built in. Rules that need more than is known say so.</summary>
public sealed record BuildContext
{
    /// <summary>Nothing is known.</summary>
    public static BuildContext Unknown { get; } = new();

    /// <summary>All files of the folder, ignored ones included, without the insides of <c>.git</c>; null when unknown.</summary>
    public IReadOnlyList<ContextFile>? Files { get; init; }

    /// <summary>The size of <c>.git</c> in bytes; 0 when there is none.</summary>
    public long RepositoryBytes { get; init; }

    /// <summary>The patterns of the ignore file; null when there is no such file or nothing is known.</summary>
    public IgnoreFile? Ignore { get; init; }

    /// <summary>Where the ignore file is or would be, as the user knows it.</summary>
    public string IgnorePath { get; init; } = ".dockerignore";

    /// <summary>The files that each of the last commits changed, relative to the context; none when unknown.</summary>
    public IReadOnlyList<IReadOnlyList<string>> Commits { get; init; } = [];

    /// <summary>The names of further contexts that the build is given: stages can be copied from them and built on them.</summary>
    public IReadOnlyCollection<string> NamedContexts { get; init; } = [];

    /// <summary>The build argument <c>BUILDKIT_DOCKERFILE_CHECK</c>; null when the build is given none.</summary>
    public string? CheckArgument { get; init; }

    /// <summary>Reads a file of the folder as text; null when there is none.</summary>
    public Func<string, string?> ReadText { get; init; } = _ => null;

    /// <summary>Whether a service of the application migrates the database in place of the image's start.</summary>
    public Func<bool> HasMigrationJob { get; init; } = () => false;

    /// <summary>The platform of each base image that is known, for instance <c>linux/arm64</c>.</summary>
    public IReadOnlyDictionary<string, string> ImagePlatforms { get; init; } = new Dictionary<string, string>();

    /// <summary>The platform that is built for; null when it isn't known.</summary>
    public string? TargetPlatform { get; init; }

    /// <summary>Whether the files are known.</summary>
    public bool IsKnown => Files is not null;

    /// <summary>Whether the engine would be sent a file or something below a folder of that name.</summary>
    /// <param name="path">A path relative to the context.</param>
    /// <returns>True if so.</returns>
    public bool Sends(string path) =>
        Files is not null && Files.Any(f => (f.Path == path || f.Path.StartsWith(path + "/", StringComparison.Ordinal)) && Ignore?.Ignores(f.Path) != true);

    /// <summary>Whether the engine would be sent a file or something below a folder of that name, at the root of the context or anywhere below.</summary>
    /// <param name="path">The end of a path.</param>
    /// <returns>True if so.</returns>
    public bool SendsAnywhere(string path) => Sends(path)
        || (Files is not null && Files.Any(file => (file.Path.EndsWith("/" + path, StringComparison.Ordinal)
            || file.Path.Contains($"/{path}/", StringComparison.Ordinal))
            && !file.Path.Contains("node_modules/", StringComparison.Ordinal) && Ignore?.Ignores(file.Path) != true));
}

using System.Collections.Immutable;
using Slipway.Compose.Services;

namespace Slipway.Compose;

/// <summary>A compose application as <c>docker compose config --format json</c> resolves it. It never changes.</summary>
public sealed record ComposeModel
{
    /// <summary>The project name, which prefixes the names of containers, networks and volumes.</summary>
    public required string Name { get; init; }

    /// <summary>The services in the order of their names.</summary>
    public ImmutableArray<ComposeService> Services { get; init; } = [];

    /// <summary>The networks, <c>default</c> included when a service uses it.</summary>
    public ImmutableArray<NamedResource> Networks { get; init; } = [];

    /// <summary>The named volumes.</summary>
    public ImmutableArray<NamedResource> Volumes { get; init; } = [];

    /// <summary>The profiles that the user has enabled, through COMPOSE_PROFILES; <c>*</c> stands for all.</summary>
    public ImmutableArray<string> EnabledProfiles { get; init; } = [];

    /// <summary>The keys of the top-level configs.</summary>
    public ImmutableArray<string> Configs { get; init; } = [];

    /// <summary>Where the content of the top-level secrets that services use comes from, by their keys: compose leaves out the others.</summary>
    public ImmutableDictionary<string, SecretDefinition> Secrets { get; init; } = ImmutableDictionary<string, SecretDefinition>.Empty;

    /// <summary>Where the content of the top-level configs comes from, by their keys.</summary>
    internal ImmutableDictionary<string, ConfigDefinition> ConfigDefinitions { get; init; } = ImmutableDictionary<string, ConfigDefinition>.Empty;

    /// <summary>Reads the output of <c>docker compose --profile '*' config --format json</c>.</summary>
    /// <param name="json">The output, as UTF-8.</param>
    /// <param name="projectDirectory">
    /// The application's folder. Paths below it become relative (<c>./nginx.conf</c>), so that a configuration hash
    /// is the same in every clone. Null leaves all paths as they are.
    /// </param>
    /// <param name="fileDigest">
    /// Gives a digest of a file's or a folder's content, or null for what can't be read. It is asked for the files behind configs and
    /// secrets, and for what is mounted read-only from below the project directory, so that a changed file changes the hash.
    /// </param>
    /// <returns>The model, or the problem that prevented one. Nothing is thrown for bad input.</returns>
    public static ComposeReading Parse(
        ReadOnlyMemory<byte> json, string? projectDirectory = null, Func<string, string?>? fileDigest = null) =>
        ComposeReader.Read(json, projectDirectory, fileDigest);

    /// <summary>Whether compose itself runs a service: it has no profile or one that is enabled, and is not scaled to nothing.</summary>
    /// <param name="service">One of the services.</param>
    /// <returns>False for what only runs when it is asked for by name.</returns>
    public bool Runs(ComposeService service) => service.Replicas > 0
        && (service.Profiles.IsEmpty || EnabledProfiles.Contains("*") || service.Profiles.Any(p => EnabledProfiles.Contains(p)));

    /// <summary>The files on this machine that a service gets as configs or secrets.</summary>
    /// <param name="service">One of the services.</param>
    /// <returns>
    /// Whether it is a config or a secret, its key, its path, relative to the application's folder below it, and the path in the container.
    /// </returns>
    public IEnumerable<(string Kind, string Name, string Path, string Target)> FilesOf(ComposeService service) =>
        service.Configs.Select(c => ("config", c.Source, ConfigDefinitions.GetValueOrDefault(c.Source)?.File, c.Target))
            .Concat(service.Secrets.Select(s => ("secret", s.Source, Secrets.GetValueOrDefault(s.Source)?.File, s.Target)))
            .Where(f => f.File is not null)
            .Select(f => (f.Item1, f.Source, f.File!, f.Target));

    /// <summary>Finds a service.</summary>
    /// <param name="name">The service's name, case-sensitive.</param>
    /// <returns>The service, or null when there is none of that name.</returns>
    public ComposeService? Find(string name)
    {
        foreach (var service in Services)
        {
            if (string.Equals(service.Name, name, StringComparison.Ordinal))
            {
                return service;
            }
        }

        return null;
    }

    /// <summary>
    /// The hash of all that makes a service's container what it is, except its image: 12 hexadecimal digits of a SHA-256.
    /// Image, build, pull policy, dependencies, profiles and replicas don't count; configs and secrets in use do.
    /// </summary>
    /// <param name="service">The service's name.</param>
    /// <returns>The hash.</returns>
    /// <exception cref="KeyNotFoundException">There is no service of that name.</exception>
    public string ConfigHash(string service) =>
        Find(service)?.ConfigHash ?? throw new KeyNotFoundException($"The compose application {Name} has no service {service}.");
}

using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Slipway.Compose.Projects;

namespace Slipway.Compose.Rules.Health;

/// <summary>An official image whose health can be told by a program that comes with it.</summary>
/// <param name="Port">The port that it listens on.</param>
/// <param name="Probe">Its probe for a service, or null where that can't be known.</param>
internal sealed partial record KnownImage(int Port, Func<ProjectService, Probe?> Probe)
{
    private static readonly ImmutableDictionary<string, KnownImage> All = new Dictionary<string, KnownImage>
    {
        ["postgres"] = new(5432, s => Program("pg_isready", ["-q", "-h", "127.0.0.1", .. Option("-U", s, "POSTGRES_USER")])),
        // A socket of the temporary server answers while the data are made: only TCP means ready.
        ["mysql"] = new(3306, _ => Program("mysqladmin", ["ping", "-h", "127.0.0.1", "--silent"])),
        ["mariadb"] = new(3306, s => Program(IsOldMariaDb(s) ? "mysqladmin" : "mariadb-admin", ["ping", "-h", "127.0.0.1", "--silent"])),
        ["redis"] = new(6379, s => HasOwnCommand(s) ? null : Program("redis-cli", ["ping"])),
        ["valkey"] = new(6379, s => HasOwnCommand(s) ? null : Program("valkey-cli", ["ping"])),
        ["rabbitmq"] = new(5672, _ => Program("rabbitmq-diagnostics", ["-q", "ping"])),
    }.ToImmutableDictionary();

    /// <summary>Finds an official image by its name, whatever its registry and tag.</summary>
    public static KnownImage? Of(string? image) => image is null ? null : All.GetValueOrDefault(NameOf(image));

    private static string NameOf(string image)
    {
        var path = image.Split('@')[0];
        var name = path[(path.LastIndexOf('/') + 1)..].Split(':')[0];
        var folder = path.Contains('/', StringComparison.Ordinal) ? path[..path.LastIndexOf('/')] : "library";
        // A repository of somebody else may hold anything under the same name.
        return folder is "library" or "docker.io" or "docker.io/library" or "valkey" || folder.EndsWith("/library", StringComparison.Ordinal) ? name : "";
    }

    private static Probe Program(string program, IEnumerable<string> arguments) => new(program, ["CMD", program, .. arguments]);

    private static string[] Option(string option, ProjectService service, string variable)
    {
        var value = service.Items("environment").Select(i => i.Text).FirstOrDefault(t => t.StartsWith(variable + "=", StringComparison.Ordinal));
        return value is null || value.Contains('$', StringComparison.Ordinal) ? [] : [option, value[(variable.Length + 1)..]];
    }

    /// <summary>Before 10.5 its programs had the names of MySQL only, from 11 on they have their own only.</summary>
    private static bool IsOldMariaDb(ProjectService service)
    {
        var image = service.Text("image") ?? "";
        return Version.TryParse(image[(image.LastIndexOf(':') + 1)..].Split('-')[0], out var version) && version < new Version(10, 5);
    }

    /// <summary>Whether its own command may listen elsewhere than its image does, or is no server at all.</summary>
    public static bool ListensElsewhere(ProjectService service) => Of(service.Text("image")) is not null
        && Elsewhere().IsMatch($"{WordsOf(service, "entrypoint")} {WordsOf(service, "command")}");

    private static string WordsOf(ProjectService service, string key) => service.Get(key)?.Value is not { } value ? ""
        : value.IsList ? string.Join(' ', value.Items.Select(i => i.Text))
        : value.Text ?? "";

    [GeneratedRegex(
        @"(?:^|\s)-p\b|port\b|listen_addresses|config_file|bind\b|bind-address|unixsocket|--socket|skip-networking|defaults-file"
        + @"|sentinel|\.conf\b|sleep|-cli\b|psql|pg_dump|mysqldump",
        RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex Elsewhere();

    /// <summary>With a command of its own it may ask for a password or listen elsewhere.</summary>
    private static bool HasOwnCommand(ProjectService service) => service.Get("command") is not null || service.Get("entrypoint") is not null;
}

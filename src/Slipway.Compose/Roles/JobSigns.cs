using Slipway.Compose.Services;
using Slipway.Compose.Surroundings;
using Slipway.Compose.Traefik;

namespace Slipway.Compose.Roles;

/// <summary>Tells services that run to their end from those that run on. No single sign decides, except that others wait for the end.</summary>
public static class JobSigns
{
    private const int Enough = 2;

    private static readonly char[] Digits = [.. "0123456789"];

    private static readonly string[] JobNames =
    [
        "migrate", "migration", "migrations", "migrator", "seed", "seeder", "seeds", "init", "setup", "bootstrap", "provision", "provisioner", "import",
        "importer",
        "install", "installer", "job", "oneshot", "prepare", "fixtures", "createbuckets", "buckets", "topics", "schema", "permissions", "chown", "mc",
        "certs", "createdb",
    ];

    private static readonly string[] JobPrograms =
    [
        "true", "psql", "pg_restore", "pg_dump", "createdb", "mysql", "mongosh", "mongoimport", "mongorestore", "redis-cli", "mc", "kafka-topics",
        "kafka-topics.sh", "curl", "wget",
        "chown", "chmod", "cp", "mkdir", "openssl", "clickhouse-client", "rabbitmqadmin", "cqlsh", "sqlcmd",
        "terraform", "tofu", "ansible-playbook", "flyway", "liquibase", "goose", "dbmate", "atlas",
    ];

    private static readonly string[] Deeds =
        ["migrate", "migration", "migrations", "seed", "setup", "bootstrap", "loaddata", "import", "provision"];

    private static readonly string[] Endless =
    [
        "worker", "workers", "consumer", "scheduler", "beat", "listener", "queue", "cron", "crond", "bot", "daemon", "server", "serve", "runserver",
        "celery", "sidekiq",
        "watch", "gunicorn", "uvicorn", "nginx", "puma", "supervisord", "agent", "proxy", "api", "web", "app", "frontend", "backend", "poller",
        "processor",
        "horizon", "queue:work", "schedule:work", "rq", "dramatiq", "huey", "gateway", "exporter", "monitor",
    ];

    private static readonly string[] MigrationProfiles = ["migration", "migrations", "migrate", "migrator"];

    /// <summary>Whether a service is one that a release runs to its end before it starts what waits for that.</summary>
    /// <param name="model">The application.</param>
    /// <param name="service">One of its services.</param>
    /// <returns>True also for one behind a profile of migrations, as Optimize makes them, for which another service waits.</returns>
    public static bool IsOfRelease(ComposeModel model, ComposeService service) =>
        model.Runs(service) ? Why(model, service) is not null
        : service.Replicas > 0 && service.Profiles.Any(MigrationProfiles.Contains) && Waiting(model, service) is not null;

    /// <summary>The service that waits for the end of another one; null when none does.</summary>
    /// <param name="model">The application.</param>
    /// <param name="service">The other one.</param>
    /// <returns>Its name.</returns>
    public static string? Waiting(ComposeModel model, ComposeService service) => model.Services
        .FirstOrDefault(o => o.DependsOn.Any(d => d.Service == service.Name && d.Condition == "service_completed_successfully"))?.Name;

    /// <summary>Whether a command is that of a program that does its work and ends.</summary>
    /// <param name="words">Its words, or its script.</param>
    /// <returns>False also when nobody knows.</returns>
    public static bool Ends(IEnumerable<string> words) => Split(words) is var split && split.Exists(w => JobPrograms.Contains(Path.GetFileName(w)))
        && !RunsOn(split);

    /// <summary>Tells why a service runs to its end.</summary>
    /// <param name="model">The application.</param>
    /// <param name="service">One of its services.</param>
    /// <returns>The reason, without a full stop; null when it runs on.</returns>
    public static string? Why(ComposeModel model, ComposeService service)
    {
        // Its container is there for what others have of it.
        if (model.Services.Any(o => o.VolumesFrom.Any(v => v.Split(':')[0] == service.Name)))
        {
            return null;
        }

        if (Waiting(model, service) is { } waiting)
        {
            return $"{waiting} waits for its end";
        }

        if (IsInPlaceOfServer(service))
        {
            return "its command is a script in place of its image's program, and ends";
        }

        if (!service.MayEnd || service.Ports.Length > 0 || service.Expose.Length > 0 || service.HealthCheck is { Disabled: false } || service.Replicas > 1
            || model.Services.Any(o => o.DependsOn.Any(d => d.Service == service.Name && d.Condition == "service_healthy")))
        {
            return null;
        }

        var does = Does(service);
        var named = JobName(service);
        if (does is null && (named is null || service.Command is null) && (ImageKinds.DataIn(service.Image) ?? DataSigns.Of(service)?.Program) is not null)
        {
            return null;
        }

        return Signs(model, service).Sum(s => s.Weight) < Enough ? null
            : does is not null ? $"{does} does its work and ends"
            : service.TriesAgain ? "it is started again only when it fails, and serves nobody"
            : "its name says so, and it serves nobody";
    }

    /// <summary>What speaks for a service's running to its end, and against it, where no single sign decides: together two are enough.</summary>
    /// <param name="model">The application.</param>
    /// <param name="service">One of its services.</param>
    /// <returns>Each sign and how much it counts, negative against it.</returns>
    public static IEnumerable<(string Text, int Weight)> Signs(ComposeModel model, ComposeService service)
    {
        if (service.TriesAgain && !IsReached(model, service))
        {
            yield return ("it is started again only when it fails, and nobody comes to it", 2);
        }
        else if (service.TriesAgain || service.Restart == "no")
        {
            yield return (service.TriesAgain ? "it is started again only when it fails" : "it is never started again", 1);
        }

        if (JobName(service) is { } named)
        {
            yield return ($"its name says {named}", 2);
        }

        if (Does(service) is { } does)
        {
            yield return ($"its command says {does}", 2);
        }

        if (RunsOn(service))
        {
            yield return ("its name or its command is of something that runs on", -3);
        }
    }

    private static string? JobName(ComposeService service) => Names(service.Name).FirstOrDefault(n => JobNames.Contains(n.TrimEnd(Digits)));

    /// <summary>Whether an image of data only lends its tools to a script.</summary>
    private static bool IsInPlaceOfServer(ComposeService service) => service is { MayEnd: true, Replicas: 1 } && service.Ports.IsEmpty
        && ImageKinds.DataIn(service.Image) is not null
        && (service.Entrypoint ?? []).Concat(service.Command ?? []).ToList() is { Count: > 1 } start
        && start.Exists(w => w is "sh" or "bash" or "/bin/sh" or "/bin/bash" or "ash") && start.Exists(w => w.StartsWith('-') && w.EndsWith('c'))
        && start[^1] is var script && !RunsOn(service) && !script.Contains("exec ", StringComparison.Ordinal)
        && !script.Contains("docker-entrypoint", StringComparison.Ordinal)
        && !Split([script]).Any(w => DataSigns.IsServer(Path.GetFileName(w)));

    /// <summary>What of its command is known to end.</summary>
    private static string? Does(ComposeService service)
    {
        var words = Words(service);
        return words.FirstOrDefault(w => JobPrograms.Contains(Path.GetFileName(w)))
            ?? words.FirstOrDefault(w => Names(Path.GetFileName(w)).Any(Deeds.Contains))

            // What an image is named after is what its words are given to.
            ?? JobPrograms.FirstOrDefault(p => p == ImageKinds.NameOf(service.Image) && service.Command is { IsEmpty: false });
    }

    /// <summary>Whether something comes to it: others are told its name or wait until it has started, or a proxy finds it by labels.</summary>
    private static bool IsReached(ComposeModel model, ComposeService service)
    {
        string[] names = [service.Name, .. service.Networks.SelectMany(n => n.Aliases).Append(service.ContainerName).OfType<string>()];
        return TraefikLabels.Finds(service) || model.Services.Any(o => o != service && (WaitsFor(o, service.Name) || Knows(o, names)));
    }

    private static bool WaitsFor(ComposeService other, string name) =>
        other.DependsOn.Any(d => d.Service == name && d.Condition != "service_completed_successfully");

    private static bool Knows(ComposeService other, string[] names) => other.Environment.Names
        .Select(n => other.Environment.TryGet(n, out var value) ? value : "")
        .Any(v => v.Split([':', '/', '@', ',', ' ', ';', '=']).Any(names.Contains));

    // What an option is called, and how long a script waits before it tries again, say nothing of that.
    private static bool RunsOn(ComposeService service) => Names(service.Name).Any(Endless.Contains) || RunsOn(Words(service));

    private static bool RunsOn(List<string> words) =>
        words.Where(w => !w.StartsWith('-')).Any(w => Endless.Contains(Path.GetFileName(w)) || Names(Path.GetFileName(w)).Any(Endless.Contains))
        || words.Zip(words.Skip(1)).Any(p => p is ("sleep", "infinity") or ("tail", "-f" or "-F") or ("while", "true" or ":"));

    private static List<string> Words(ComposeService service) => Split((service.Entrypoint ?? []).Concat(service.Command ?? []));

    private static List<string> Split(IEnumerable<string> words) =>
        [.. words.SelectMany(word => word
            .Split([' ', '\n', '\t', ';', '&', '|', '(', ')', '"', '\''], StringSplitOptions.RemoveEmptyEntries))];

    private static string[] Names(string text) => text.ToLowerInvariant().Split('-', '_', '.', ':', '/');
}

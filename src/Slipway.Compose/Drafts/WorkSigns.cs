using System.Text.RegularExpressions;
using Slipway.Compose.Services;
using Slipway.Compose.Surroundings;
using Slipway.Compose.Text;

namespace Slipway.Compose.Drafts;

/// <summary>Tells schedulers and workers, which look for their work themselves, from what waits for requests, whatever ports they have.</summary>
internal static partial class WorkSigns
{
    private static readonly string[] Work =
    [
        "worker", "workers", "consumer", "consumers", "scheduler", "beat", "celerybeat", "cron", "crond", "supercronic", "ofelia", "queue",
        "sidekiq", "resque",
        "celery", "rq", "rqworker", "dramatiq", "huey", "horizon", "poller", "processor", "clockwork", "temporal-worker", "jobrunner", "airflow-scheduler",
        "qcluster", "db_worker", "runworker", "procrastinate", "arq", "taskiq", "delayed_job", "good_job", "que", "oban", "hangfire", "bullmq",
        "graphile-worker", "periodiq", "rqscheduler", "scheduled", "schedule", "crawler", "subscriber",
    ];

    /// <summary>Those that say so as a name alone.</summary>
    private static readonly string[] Named =
    [
        "worker", "workers", "consumer", "consumers", "scheduler", "beat", "celerybeat", "cron", "crond", "queue", "celery", "sidekiq",
        "poller", "elector", "jobmanager", "taskmanager",
    ];

    /// <summary>What serves, even if it has another word of these about it.</summary>
    private static readonly string[] Serves =
    [
        "api", "web", "server", "serve", "ui", "gateway", "http", "https", "frontend", "dashboard", "proxy", "flower", "gunicorn", "uvicorn", "hypercorn",
        "daphne", "waitress", "granian", "puma", "unicorn", "passenger", "nginx", "httpd", "apache2", "apachectl", "caddy", "php-fpm", "runserver", "rails",
        "next", "nuxt", "vite", "http-server", "octane", "kestrel", "webserver", "site", "rabbitmq-server", "nats-server", "monitor", "admin", "board",
    ];

    /// <summary>What says so, as the rest of a sentence; null when nothing does.</summary>
    public static string? Of(ComposeService service)
    {
        var written = (service.Entrypoint ?? []).Concat(service.Command ?? [])
            .SelectMany(w => w.Contains(' ', StringComparison.Ordinal) ? CommandWords.Split(w) ?? [w] : [w])
            .ToList();

        // What an option is given is a name of the application's own.
        var words = written.Prepend("").Zip(written, (b, w) => (Before: b, Word: w))
            .Where(w => !w.Word.StartsWith('-') && !w.Word.Contains('=', StringComparison.Ordinal) && w.Before is not ("-A" or "--app" or "-Q" or "-n" or "-P"))
            .Select(w => Path.GetFileName(w.Word).ToLowerInvariant())
            .ToList();
        if (words.SelectMany(Parts).Any(Serves.Contains))
        {
            return null;
        }

        if (Loop().IsMatch(string.Join(' ', (service.Entrypoint ?? []).Concat(service.Command ?? []))))
        {
            return "its command does the same again and again";
        }

        return words.FirstOrDefault(w => Parts(w).Any(Work.Contains)) is { } word ? $"its command says {word}, which looks for its work itself"
            : Says(service.Name) ? "its name says that it looks for its work itself"
            : service.Command is null && Says(ImageKinds.NameOf(service.Image)) ? "its image's name says that it looks for its work itself"
            : null;
    }

    [GeneratedRegex(@"\bwhile\s+(?:true|:|\[\s*1\s*\])\s*;.*\bsleep\b(?!.*\bexec\b)|\bwhile\s+sleep\b", RegexOptions.Singleline)]
    private static partial Regex Loop();

    private static bool Says(string name) => Parts(name).Any(Named.Contains) && !Parts(name).Any(Serves.Contains);

    private static IEnumerable<string> Parts(string word) => word.ToLowerInvariant().Split('-', '.', ':', '/').Append(word)
        .SelectMany(p => p.Split('_').Append(p)).Select(p => p.TrimEnd('0', '1', '2', '3', '4', '5', '6', '7', '8', '9'));
}

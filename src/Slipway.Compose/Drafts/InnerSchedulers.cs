using System.Globalization;
using System.Text.RegularExpressions;
using Slipway.Compose.Services;

namespace Slipway.Compose.Drafts;

/// <summary>Finds schedulers and workers that a service of HTTP starts beside its server: in two slots there would be two of each.</summary>
internal sealed partial class InnerSchedulers(ApplicationFacts facts)
{
    private const int LongestFile = 64 * 1024;
    private static readonly string[] ProcfileRunners = ["honcho", "foreman", "overmind", "forego", "hivemind"];

    /// <summary>What is started, and where that stands, as the rest of a sentence; null when nothing is known.</summary>
    public string? Of(ComposeService service)
    {
        var (entrypoint, command) = facts.StartOf(service);
        string[] words = [.. entrypoint, .. command];
        if (Started().Match(string.Join(' ', words)) is { Success: true } start)
        {
            return $"its start runs {start.Groups["what"].Value}";
        }

        if (service.Build is not { } build)
        {
            return null;
        }

        if (new LibrarySigns(facts).Of(service.Name, build.Context) is { } library)
        {
            return library;
        }

        var isSupervised = words.Any(w => w is "/init" or "s6-svscan" || Supervisor().IsMatch(w));
        foreach (var file in facts.ListFiles(build.Context).Where(f => IsStart(f, words, isSupervised)))
        {
            var path = ContextPath.Join(build.Context, file);
            var text = facts.ReadFile(path) is { Length: <= LongestFile } content && !Chosen().IsMatch(content) ? content : "";
            var lines = text.Split('\n');
            for (var i = 0; i < lines.Length; i++)
            {
                if (!lines[i].TrimStart().StartsWith('#') && !lines[i].TrimStart().StartsWith(';') && Started().Match(lines[i]) is { Success: true } found)
                {
                    return string.Create(CultureInfo.InvariantCulture, $"{facts.Shown(path)}:{i + 1} starts {found.Groups["what"].Value}");
                }
            }
        }

        return null;
    }

    private static bool IsStart(string file, string[] words, bool isSupervised)
    {
        var name = Path.GetFileName(file);
        return (words.Any(w => Path.GetFileName(w.Split(' ')[0]) == name) && Path.GetExtension(name) is "" or ".sh")
            || (isSupervised && (name.Contains("supervisor", StringComparison.Ordinal) || name is "uwsgi.ini"
                || (file.Contains("supervisor", StringComparison.Ordinal) && name.EndsWith(".conf", StringComparison.Ordinal))
                || file.Contains("/services.d/", StringComparison.Ordinal) || file.Contains("/s6-rc.d/", StringComparison.Ordinal)))
            || (name == "Procfile" && words.SelectMany(w => w.Split(' ')).Any(w => ProcfileRunners.Contains(Path.GetFileName(w))));
    }

    [GeneratedRegex(
        @"^(?<what>(?:clock|scheduler|cron|beat|worker|bot)):"
        + @"|(?:^|[\s;&|=/""'(])(?<what>(?:service\s+cron\s+start|crond?|supercronic|busybox\s+crond)(?=\s*(?:$|[\s;&|""')]))(?!\s*\.)"
        + @"|celery\b[^\n;&|]*(?:\bbeat\b|\s-B\b|\bworker\b)|artisan\s+(?:schedule:work|queue:work|queue:listen|horizon)"
        + @"|(?:bundle\s+exec\s+)?(?:sidekiq|clockwork|good_job)\b|rq\s+(?:worker|scheduler)|huey_consumer\S*|dramatiq\b|arq\b"
        + @"|manage\.py\s+(?:sendalerts|sendreports|qcluster|runworker|process_tasks|rqworker|rqscheduler))",
        RegexOptions.ExplicitCapture)]
    private static partial Regex Started();

    [GeneratedRegex("supervisor|uwsgi")]
    private static partial Regex Supervisor();

    // A script that does what its first word says does only one of the things that stand in it.
    [GeneratedRegex(@"case\s+""?\$\{?[1@*]")]
    private static partial Regex Chosen();
}

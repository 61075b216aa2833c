using System.Collections.Immutable;
using System.Globalization;
using Slipway.Compose.Fronts.Finding;
using Slipway.Compose.Fronts.Reading;
using Slipway.Compose.Services;
using Slipway.Compose.Surroundings;

namespace Slipway.Compose.Fronts;

/// <summary>Finds the service that stands before the others.</summary>
/// <param name="model">The application.</param>
/// <param name="sources">Where its files are read.</param>
internal sealed class FrontFinder(ComposeModel model, FrontSources sources)
{
    /// <summary>The front, or null when no service that publishes a port stands before others.</summary>
    public Front? Find()
    {
        if (TraefikFront.Find(model) is { } traefik)
        {
            return traefik;
        }

        var fronts = model.Services.Select(Read).OfType<Front>().OrderByDescending(f => f.Services.Count()).ToList();
        return fronts.Count < 2 ? fronts.FirstOrDefault()
            : fronts[0] with { More = fronts[0].More.Add($"stands beside {string.Join(" and ", fronts.Skip(1).Select(f => f.Service.Name))}") };
    }

    private Front? Read(ComposeService service)
    {
        var image = service.Build is null ? service.Image : sources.BaseImage(service.Name) ?? service.Image;
        if (service.NetworkMode is not null || !model.Runs(service) || ImageKinds.DataIn(image) is not null
            || service.Ports.Where(p => p.Protocol == "tcp").OrderBy(p => p.Target == 443).FirstOrDefault() is not { } port)
        {
            return null;
        }

        var named = FrontKinds.Of(image);
        var kind = named
            ?? service.Volumes.Select(v => v.Target).Concat(service.Configs.Select(c => c.Target)).Concat(sources.Copies(service.Name).Select(c => c.Target))
                .Select(FrontKinds.At).FirstOrDefault(k => k is not null);
        if (kind is null)
        {
            return null;
        }

        var (files, reading) = (new FrontFiles(model, service, sources), new FrontReading(new(model, service)));
        kind.Read(files, reading);
        if (kind.GuessesPorts)
        {
            reading.Sites.RemoveAll(s => service.Ports.All(p => p.Target != s.Port));
        }

        var isWhole = named is not null && CheckFiles(kind, files, reading);
        CheckService(service, kind, image!, reading);
        if (reading.Targets.Count == 0)
        {
            Scan(service, files, reading);
        }

        CheckTargets(service, port.Target, reading);
        var front = new Front(service, kind, port.Target)
        {
            More = [.. reading.More],
            IsWhole = isWhole && reading.IsWhole,
            Targets = [.. reading.Targets.Distinct()],
            NotHttp = reading.NotHttp.ToImmutableDictionary(),
            Ask = FrontQuestions.Of(service, reading.Sites),
        };
        return StandsBefore(front, isKnown: named is not null) ? front : null;
    }

    /// <summary>Whether nothing of its configuration is out of sight.</summary>
    private static bool CheckFiles(FrontKind kind, FrontFiles files, FrontReading reading)
    {
        // Who follows includes has said so where it matters.
        var hidden = kind.FollowsIncludes ? default : files.Unread.Find(u => FrontKinds.At(u.Path) is not null);
        if (hidden.Shown is not null)
        {
            reading.Misses($"has a configuration that can't be read ({hidden.Shown})");
        }

        return hidden.Shown is null && (kind.ServesFiles || files.All.Count > 0) && kind is { IsVague: false };
    }

    private static void CheckService(ComposeService service, FrontKind kind, string image, FrontReading reading)
    {
        if (kind.Written is null)
        {
            reading.Does(kind.IsVague ? "seems to be a proxy that Slipway doesn't know" : $"is {kind.Name}, which Slipway writes no configuration for");
        }
        else if (service.Build is not null)
        {
            reading.Does("has an image that is built here");
        }
        else if (!FrontKinds.IsOriginal(kind, image))
        {
            reading.Does("has an image that may do more than its configuration says");
        }

        if (service.Command is not null || service.Entrypoint is not null)
        {
            reading.Does("has a command of its own");
        }

        if (service.HasHooks || service.Volumes.Any(v => v.Target.StartsWith("/docker-entrypoint", StringComparison.Ordinal)))
        {
            reading.Does("runs more when it starts");
        }

        if (service.Ports.Length > 1)
        {
            reading.Does($"publishes {service.Ports.Length} ports");
        }

        if (service.Replicas != 1)
        {
            reading.Does($"runs {service.Replicas} times");
        }

        if (FrontLabels.Of(service) is not null)
        {
            reading.Does("is found by another proxy itself");
        }
    }

    /// <summary>Looks for services wherever it may have been told of them.</summary>
    private void Scan(ComposeService service, FrontFiles files, FrontReading reading)
    {
        foreach (var text in files.All.Select(f => f.Text).Append(sources.Dockerfile(service.Name)).Append(string.Join(' ', service.Command ?? []))
            .Append(string.Join(' ', service.Entrypoint ?? [])).OfType<string>())
        {
            AddressScan.Into(reading, text);
        }

        foreach (var name in service.Environment.Names)
        {
            if (service.Environment.TryGet(name, out var value))
            {
                AddressScan.Into(reading, value);
            }
        }
    }

    private static void CheckTargets(ComposeService service, int port, FrontReading reading)
    {
        // Slipway knows one port for each service, and a prefix that goes to two of them can't be told apart.
        if (reading.Targets.Distinct().GroupBy(t => (t.Host, t.Prefix)).Any(g => g.Count() > 1)
            || reading.Targets.DistinctBy(t => (t.Service, t.Port)).GroupBy(t => t.Service).Any(g => g.Count() > 1))
        {
            reading.Does("chooses between several services");
        }

        if (reading.Sites.Exists(s => s.Port != port))
        {
            reading.Does(string.Create(CultureInfo.InvariantCulture, $"listens on more than port {port}"));
        }

        if (service.Ports.Any(p => p.Protocol != "tcp"))
        {
            reading.Does("takes more than TCP");
        }
    }

    private bool StandsBefore(Front front, bool isKnown)
    {
        if (front.Targets.Length > 0 || front.NotHttp.Count > 0)
        {
            return true;
        }

        if (front.IsWhole || !isKnown || FrontLabels.IsFinder(front.Service))
        {
            return false;
        }

        // What it does is unknown: it stands before what it waits for, or before what nobody reaches from outside otherwise.
        var others = model.Services.Where(o => o != front.Service && ImageKinds.DataIn(o.Image) is null && model.Runs(o)).ToList();
        return others.Exists(o => front.Service.DependsOn.Any(d => d.Service == o.Name && d.Condition != "service_completed_successfully"))
            || (!front.Kind.IsVague && others.Exists(other => other.Ports.Length == 0 && other.Networks.Any(name => front.Service.Networks
                .Any(f => f.Network == name.Network))));
    }
}

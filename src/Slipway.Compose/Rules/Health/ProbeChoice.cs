using System.Globalization;
using Slipway.Compose.Projects;
using Slipway.Compose.Surroundings;

namespace Slipway.Compose.Rules.Health;

/// <summary>Finds a probe that a service's image can run.</summary>
internal static class ProbeChoice
{
    /// <summary>The probe, or null when nobody knows one that works.</summary>
    public static Probe? For(ProjectService service, ComposeLintContext context)
    {
        if (KnownImage.ListensElsewhere(service))
        {
            return null;
        }

        var facts = context.ImageOf(service);
        if (KnownImage.Of(service.Text("image"))?.Probe(service) is { } own && facts?.HasProgram(own.Program) != false)
        {
            return own;
        }

        if (facts is null || AddressOf(service, context) is not { } address)
        {
            return null;
        }

        return Candidates(address).FirstOrDefault(p => facts.HasProgram(p.Program) == true);
    }

    /// <summary>The port that takes requests, and the path that tells about the health if one is known.</summary>
    public static HealthAddress? AddressOf(ProjectService service, ComposeLintContext context)
    {
        if (context.Around.HealthAddresses.TryGetValue(service.Name, out var given))
        {
            return given;
        }

        var ports = ServicePorts.Of(service, context);
        return ports.Count == 1 ? new(ports.First(), null) : null;
    }

    /// <summary>A request where a path is known; else only the port can be tried, since any path may be refused.</summary>
    private static IEnumerable<Probe> Candidates(HealthAddress address)
    {
        var port = address.Port.ToString(CultureInfo.InvariantCulture);
        if (address.Path is { } path)
        {
            var url = $"http://127.0.0.1:{port}{path}";
            yield return new("curl", ["CMD", "curl", "-fsS", "-o", "/dev/null", url]);
            yield return new("wget", ["CMD", "wget", "-q", "-O", "/dev/null", url]);
            yield return new("python3", ["CMD", "python3", "-c", $"import urllib.request; urllib.request.urlopen('{url}', timeout=2)"]);
            yield return new("node", ["CMD", "node", "-e", $"fetch('{url}').then(r => process.exit(r.ok ? 0 : 1), () => process.exit(1))"]);
            yield break;
        }

        yield return new("nc", ["CMD", "nc", "-z", "127.0.0.1", port]);
        yield return new("bash", ["CMD", "bash", "-c", $": < /dev/tcp/127.0.0.1/{port}"]);
        yield return new("python3", ["CMD", "python3", "-c", $"import socket; socket.create_connection(('127.0.0.1', {port}), 2)"]);
        yield return new(
            "node",
            ["CMD", "node", "-e", $"require('net').connect({port}, '127.0.0.1').on('connect', () => process.exit(0)).on('error', () => process.exit(1))"]);
        yield return new("perl", ["CMD", "perl", "-MIO::Socket::INET", "-e", $"exit !IO::Socket::INET->new(PeerAddr => '127.0.0.1:{port}', Timeout => 2)"]);
    }
}

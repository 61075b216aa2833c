using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Slipway.Compose.Services;

namespace Slipway.Compose.Drafts;

/// <summary>The service that is the application's proxy.</summary>
/// <param name="Service">The service.</param>
/// <param name="Kind"><c>nginx</c> or <c>haproxy</c>.</param>
/// <param name="Listen">The port that it listens on inside its container.</param>
/// <param name="Targets">The services behind it with their ports, as far as its configuration names them.</param>
internal sealed partial record ProxyGuess(ComposeService Service, string Kind, int Listen, ImmutableDictionary<string, int> Targets)
{
    private static readonly string[] Folders = ["/etc/nginx", "/usr/local/etc/haproxy", "/etc/haproxy"];

    /// <summary>Finds a proxy that does nothing but what its configuration says: with a command of its own it may do more.</summary>
    public static ProxyGuess? Of(ComposeModel model, ApplicationFacts facts)
    {
        foreach (var service in model.Services)
        {
            if (service.Build is not null || service.Command is not null || service.NetworkMode is not null || service.Replicas != 1) continue;
            if (ImageKinds.ProxyKind(service.Image) is not { } kind || service.Ports.FirstOrDefault(port => port is { Protocol: "tcp", Target: not 443 }) is not { } port) continue;

            var mounts = service.Volumes.Where(volume => volume is { Type: "bind", Source: not null } && IsConfiguration(volume.Target)).ToList();
            if (mounts.Count == 0 && !service.Configs.Any(config => IsConfiguration(config.Target))) continue;

            var targets = ImmutableDictionary.CreateBuilder<string, int>();
            foreach (Match address in mounts.Select(mount => facts.ReadFile(mount.Source!)).OfType<string>().SelectMany(text => Address().Matches(text)))
            {
                if (model.Find(address.Groups["host"].Value) is not null) targets[address.Groups["host"].Value] = int.Parse(address.Groups["port"].Value, System.Globalization.CultureInfo.InvariantCulture);
            }

            // Without anybody behind it, it serves files.
            if (targets.Count > 0 || service.DependsOn.Length > 0) return new(service, kind, port.Target, targets.ToImmutable());
        }

        return null;
    }

    private static bool IsConfiguration(string target) => Folders.Any(folder => target.StartsWith(folder, StringComparison.Ordinal));

    [GeneratedRegex(@"(?<![A-Za-z0-9_.-])(?<host>[A-Za-z0-9][A-Za-z0-9_-]*):(?<port>[0-9]{2,5})(?![0-9])", RegexOptions.ExplicitCapture)]
    private static partial Regex Address();
}

using System.Globalization;
using System.Text.RegularExpressions;
using Slipway.Compose.Files;
using Slipway.Compose.Projects;
using Slipway.Compose.Rules.Health;
using Slipway.Findings;

namespace Slipway.Compose.Rules.Consistency;

/// <summary>A proxy that sends requests to a port on which its target doesn't listen.</summary>
internal sealed partial class ProxyTarget() : ComposeRule(new(
    "SLC211",
    Severity.Warning,
    "Send the proxy's requests to a port on which the service listens",
    "The proxy answers them with 502, and nothing says so before the first one.",
    "only its author knows on which port the program listens"))
{
    public override IEnumerable<Finding> Check(ComposeLintContext context)
    {
        foreach (var proxy in context.Project.Services)
        {
            foreach (var (holder, item, text) in proxy.Items("volumes"))
            {
                if (text.Split(':')[0] is not { } source
                    || !IsConfiguration(source)
                    || context.Around.ReadText(FilePaths.Join(holder.File.Folder, source)) is not { } configuration)
                {
                    continue;
                }

                foreach (var (service, port, line) in Targets(configuration, context))
                {
                    var ports = ServicePorts.Possible(service, context);
                    if (ports.Count > 0 && !ports.Contains(port))
                    {
                        yield return At(
                            holder.Document, item.Source,
                            string.Create(
                                CultureInfo.InvariantCulture,
                                $"{source}:{line} sends requests to port {port} of {service.Name}, which listens on {string.Join(", ", ports.Order())}"));
                    }
                }
            }
        }
    }

    private static bool IsConfiguration(string path) =>
        path.StartsWith('.')
            && (path.EndsWith(".conf", StringComparison.Ordinal)
                || path.EndsWith(".cfg", StringComparison.Ordinal)
                || path.EndsWith(".template", StringComparison.Ordinal)
                || path.EndsWith("Caddyfile", StringComparison.Ordinal));

    private static IEnumerable<(ProjectService Service, int Port, int Line)> Targets(string configuration, ComposeLintContext context) =>
        configuration.Split('\n')
            .SelectMany((l, i) => Target().Matches(l.Split('#')[0]).Select(m => (Name: m.Groups["host"].Value, Port: m.Groups["port"].Value, Line: i + 1)))
            .Select(t => (Service: context.Project.Find(t.Name), Port: int.Parse(t.Port, CultureInfo.InvariantCulture), t.Line))
            .Where(t => t.Service is not null)
            .Select(t => (t.Service!, t.Port, t.Line));

    /// <summary>nginx' proxy_pass and server, HAProxy's server with its name, Caddy's reverse_proxy.</summary>
    [GeneratedRegex(
        @"(?:proxy_pass\s+https?://|\bserver\s+(?:[\w.-]+\s+)?|reverse_proxy\s+(?:https?://)?)(?<host>[A-Za-z0-9][A-Za-z0-9_.-]*):(?<port>[0-9]{1,5})\b",
        RegexOptions.ExplicitCapture)]
    private static partial Regex Target();
}

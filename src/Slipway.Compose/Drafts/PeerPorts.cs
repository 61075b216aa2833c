using System.Globalization;
using System.Text.RegularExpressions;
using Slipway.Compose.Fronts;
using Slipway.Compose.Services;

namespace Slipway.Compose.Drafts;

/// <summary>
/// Looks for a second port of a service: one that another service is told of, or that the front sends requests to. Slipway's gateway has only one.
/// </summary>
internal sealed class PeerPorts(ComposeModel model, ApplicationFacts facts, Front? front)
{
    private const int LongestFile = 64 * 1024;

    /// <summary>Why a service can't be reached through one port alone, as the rest of a comment; null when it can.</summary>
    public string? Second(ComposeService service, int port)
    {
        if (front?.Targets.FirstOrDefault(t => t.Service == service.Name && IsSecond(t.Port, port)) is { } target)
        {
            return Sentence(front.Service.Name, target.Port, port, "its configuration");
        }

        string[] names = [service.Name, .. service.Networks.SelectMany(n => n.Aliases).Append(service.ContainerName).OfType<string>()];
        var address = new Regex(
            $"(?<![A-Za-z0-9_.-])(?:{string.Join('|', names.Select(Regex.Escape))}):(?<port>[0-9]{{2,5}})(?![0-9])",
            RegexOptions.ExplicitCapture,
            TimeSpan.FromSeconds(1));
        return model.Services.Where(o => o != service && o != front?.Service).SelectMany(other => Told(other, names, address)
            .Where(t => IsSecond(t.Port, port))
            .Select(t => Sentence(other.Name, t.Port, port, t.Where)))
            .FirstOrDefault();
    }

    private static bool IsSecond(int named, int port) => named != port && named > 0 && !PortGuesser.IsDebugger(named);

    private static string Sentence(string other, int second, int port, string where) => string.Create(
        CultureInfo.InvariantCulture, $"{other} reaches it on port {second} too ({where}), and Slipway's gateway passes on {port} alone");

    private IEnumerable<(int Port, string Where)> Told(ComposeService other, string[] names, Regex address)
    {
        foreach (var variable in other.Environment.Names)
        {
            var value = other.Environment.TryGet(variable, out var text) ? text : "";
            foreach (Match match in address.Matches(value))
            {
                yield return (Number(match), variable);
            }

            // A host and a port in variables of their own.
            if (names.Contains(value) && variable.EndsWith("HOST", StringComparison.Ordinal)
                && other.Environment.TryGet(variable[..^4] + "PORT", out var port)
                && int.TryParse(port, NumberStyles.None, CultureInfo.InvariantCulture, out var number))
            {
                yield return (number, variable[..^4] + "PORT");
            }
        }

        foreach (Match match in address.Matches(string.Join(' ', (other.Command ?? []).Concat(other.Entrypoint ?? []))))
        {
            yield return (Number(match), "its command");
        }

        foreach (var mount in other.Volumes.Where(v => v is { Type: "bind", Source: not null }))
        {
            if (facts.ReadFile(mount.Source!) is { Length: <= LongestFile } content && address.Match(content) is { Success: true } match)
            {
                yield return (Number(match), Path.GetFileName(mount.Source!));
            }
        }
    }

    private static int Number(Match match) => int.Parse(match.Groups["port"].Value, CultureInfo.InvariantCulture);
}

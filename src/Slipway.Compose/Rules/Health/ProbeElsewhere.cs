using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;
using Slipway.Compose.Editing;
using Slipway.Compose.Projects;
using Slipway.Findings;
using Slipway.Findings.Fixes;

namespace Slipway.Compose.Rules.Health;

/// <summary>A probe that asks another host, or a port on which nothing listens.</summary>
internal sealed partial class ProbeElsewhere() : ComposeRule(new(
    "SLC106",
    Severity.Warning,
    "Ask the service itself, on the port that it listens on",
    "A probe runs inside of its container: a published port doesn't exist there, and another host says nothing about this one.",
    "only its author knows what was meant"))
{
    public override IEnumerable<Finding> Check(ComposeLintContext context)
    {
        foreach (var service in context.Project.Services)
        {
            if (DeclaredCheck.Of(service) is not { IsDisabled: false, Test: { } test } check)
            {
                continue;
            }

            foreach (var target in ProbeTarget.Of(check.Words))
            {
                if (Look(service, check, test, target, context) is { } finding)
                {
                    yield return finding;
                }
            }
        }
    }

    private Finding? Look(ProjectService service, DeclaredCheck check, PlacedValue test, ProbeTarget target, ComposeLintContext context)
    {
        if (target.Host is { } host && !IsItself(host, service))
        {
            return At(test, $"it asks {host}, not {service.Name} itself");
        }

        var ports = ServicePorts.Possible(service, context);
        if (target.Port is not { } port || ports.Count == 0 || ports.Contains(port) || IsTold(service, port))
        {
            return null;
        }

        var meant = PublishedPort.Of(service, context.Project.Variable)
            .Where(o => o.Published == port && o.Target is not null)
            .Select(o => o.Target!.Value)
            .Distinct()
            .ToList();
        var listens = string.Join(", ", ports.Order());
        return meant is [var inside] && target.PortText.Length > 0
            ? At(
                test, $"{port} is the port on the host; inside of the container {service.Name} listens on {inside}",
                Moved(context, check, test, target, inside))
            : At(test, $"it asks port {port}, but {service.Name} listens on {listens}");
    }

    /// <summary>Whether its environment or its command names a port, as one more that it listens on.</summary>
    private static bool IsTold(ProjectService service, int port)
    {
        var number = port.ToString(CultureInfo.InvariantCulture);
        string[] keys = ["environment", "command", "entrypoint"];
        return keys.SelectMany(k => service.Items(k).Select(i => i.Text).Append(service.Text(k) ?? ""))
            .Any(t => Numbers().Matches(t).Any(n => n.Value == number));
    }

    private static Fix Moved(ComposeLintContext context, DeclaredCheck check, PlacedValue test, ProbeTarget target, int port)
    {
        var number = port.ToString(CultureInfo.InvariantCulture);
        var (from, to) = target.PortText.StartsWith(':') ? (target.PortText, ":" + number) : (target.PortText, number);
        var words = check.Words.Select(w => w == from ? to : w.Replace($"{target.Host}{from}", $"{target.Host}{to}", StringComparison.Ordinal))
            .ToImmutableArray();
        if (check.Words.Any(w => w.Contains('$', StringComparison.Ordinal)))
        {
            return Fix.Refused("its variables may hold the port as well");
        }

        var value = test.Value.IsList ? NewValue.Words(words) : NewValue.Text(words[1]);
        return Change(context, test, $"asks port {number}, to which the port on the host leads", ["healthcheck"], ("test", value));
    }

    private static bool IsItself(string host, ProjectService service) =>
        host is "localhost" or "127.0.0.1" or "0.0.0.0" or "::1"
            || host == service.Name
            || host == service.Text("hostname")
            || host == service.Text("container_name")
            || host.Contains('$', StringComparison.Ordinal);

    [GeneratedRegex("(?<![0-9.])[0-9]{2,5}(?![0-9.])")]
    private static partial Regex Numbers();
}

using System.Globalization;
using Slipway.Compose.Projects;
using Slipway.Findings;

namespace Slipway.Compose.Rules.Consistency;

/// <summary>Two services that want one port of the host.</summary>
internal sealed class SharedHostPort() : ComposeRule(new(
    "SLC210",
    Severity.Error,
    "Publish each port of the host once",
    "Only one of them gets it; the other one doesn't start.",
    "only their author knows which of them is to have it"))
{
    public override IEnumerable<Finding> Check(ComposeLintContext context)
    {
        var taken = new List<(ProjectService Service, PublishedPort Port)>();
        var told = new HashSet<(string, string, int?)>();
        foreach (var service in context.Project.Services)
        {
            foreach (var port in PublishedPort.Of(service, context.Project.Variable).Where(p => p.Published is not null))
            {
                var rival = taken.Find(o => o.Service != service && Collide(o.Port, port) && MayRunTogether(o.Service, service));

                // Once is enough for a port that both want by TCP and by UDP.
                if (rival.Service is not null && told.Add((service.Name, rival.Service.Name, port.Published)))
                {
                    yield return At(
                        port.Holder.Document, port.Item.Source,
                        string.Create(
                            CultureInfo.InvariantCulture, $"{service.Name} publishes port {port.Published} of the host, and so does {rival.Service.Name}"));
                }

                taken.Add((service, port));
            }
        }
    }

    private static bool Collide(PublishedPort one, PublishedPort other) =>
        one.Published == other.Published && one.Protocol == other.Protocol
        && (one.HostIp == other.HostIp || one.HostIp is "" or "0.0.0.0" || other.HostIp is "" or "0.0.0.0");

    /// <summary>Services behind different profiles may be meant as alternatives.</summary>
    public static bool MayRunTogether(ProjectService one, ProjectService other)
    {
        var (first, second) = (Profiles(one), Profiles(other));
        return first.Count == 0 || second.Count == 0 || first.Overlaps(second);
    }

    private static HashSet<string> Profiles(ProjectService service) => [.. service.Items("profiles").Select(i => i.Text)];
}

using System.Text;
using Slipway.Compose.Files;
using Slipway.Compose.Slots;
using Slipway.Compose.Tests.Oracle;

namespace Slipway.Compose.Tests.Slots;

/// <summary>Overlays for applications that were never made for Slipway.</summary>
public sealed class CorpusSpecs
{
    private static readonly string? Corpus = Environment.GetEnvironmentVariable("SLIPWAY_CORPUS");

    public static bool HasCorpus => Directory.Exists(Path.Combine(Corpus ?? "", "compose-apps"));

    public static IEnumerable<TheoryDataRow<string>> Applications => HasCorpus
        ? Directory.GetDirectories(Path.Combine(Corpus!, "compose-apps")).Order(StringComparer.Ordinal)
            .Select(folder => new TheoryDataRow<string>(Path.GetFileName(folder)))
        : [new("none")];

    [Theory(Skip = "SLIPWAY_CORPUS names no folder with compose-apps", SkipUnless = nameof(HasCorpus))]
    [MemberData(nameof(Applications))]
    public void Every_service_with_a_port_gets_slots_that_compose_accepts_or_a_reason(string name)
    {
        using var application = Copy(Path.Combine(Corpus!, "compose-apps", name));
        var model = application.Model;

        foreach (var service in model.Services.Where(service => service.Ports.Length > 0))
        {
            var result = SlotOverlay.Generate(model, Request(application.Sources, service.Name, service.Ports[0].Target));
            if (result.Overlay is null)
            {
                result.Refusals.ShouldAllBe(refusal => refusal.Remedy.Length > 0);
                service.Networks.ShouldContain(network => network.Ipv4Address != null, string.Join('\n', result.Refusals));
                continue;
            }

            var merged = application.With(result.Overlay, "green");
            merged.Services.Select(one => one.Name).ShouldBe(
                model.Services.Select(one => one.Name == service.Name ? $"{one.Name}-green" : one.Name).Append("slipway-proxy"), ignoreOrder: true);
            var slot = merged.Find($"{service.Name}-green")!;
            slot.Environment.ToString().ShouldBe(service.Environment.ToString());
            slot.Volumes.ShouldBe(service.Volumes);
            slot.Ports.ShouldBeEmpty();
            foreach (var other in model.Services.Where(one => one.Name != service.Name))
            {
                merged.ConfigHash(other.Name).ShouldBe(other.ConfigHash);
            }
        }
    }

    /// <summary>Includes only what compose reads: the corpus itself must stay untouched.</summary>
    private static Application Copy(string folder) => new(
    [
        .. Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories)
            .Select(file => (Path.GetRelativePath(folder, file), File.ReadAllText(file, Encoding.UTF8))),
    ]);

    private static SlotRequest Request(ComposeSources sources, string service, int port) => new()
    {
        Sources = sources,
        Network = HelloBot.Network,
        Services = [new(service, port, HelloBot.Slot("blue", "1"), HelloBot.Slot("green", "2")) { IsProxied = true, Overlaps = true }],
        Proxies =
        [
            new()
            {
                Answers = [service],
                Image = "nginx:1.28",
                Address = HelloBot.Network.ProxyAddress(1),
                StateDirectory = "/slots",
                Files = [new("/etc/nginx/nginx.conf", "events {}\n")],
            },
        ],
    };
}

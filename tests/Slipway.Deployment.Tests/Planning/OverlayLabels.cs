using YamlDotNet.RepresentationModel;

namespace Slipway.Deployment.Tests.Planning;

/// <summary>The labels that the overlay gives to containers, and the subnet of the slots, as docker compose would read them.</summary>
internal sealed class OverlayLabels
{
    private readonly YamlMappingNode _root;

    private OverlayLabels(YamlMappingNode root) => _root = root;

    public string Subnet => _root["networks"].AllNodes.OfType<YamlMappingNode>()
        .SelectMany(n => n.Children).Single(c => c.Key is YamlScalarNode { Value: "subnet" }).Value.ToString();

    public static OverlayLabels Read(string overlay)
    {
        var yaml = new YamlStream();
        yaml.Load(new StringReader(overlay));
        return new OverlayLabels((YamlMappingNode)yaml.Documents[0].RootNode);
    }

    public Dictionary<string, string> Of(string service) =>
        ((YamlMappingNode)_root["services"][service]["labels"]).Children
            .ToDictionary(l => ((YamlScalarNode)l.Key).Value!, l => ((YamlScalarNode)l.Value).Value!, StringComparer.Ordinal);
}

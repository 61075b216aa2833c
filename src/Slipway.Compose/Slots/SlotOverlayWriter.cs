using System.Collections.Immutable;
using Slipway.Compose.Services;
using Slipway.Compose.Text;

namespace Slipway.Compose.Slots;

/// <summary>Writes the overlay for a request that passed its checks.</summary>
internal sealed class SlotOverlayWriter(ComposeModel model, SlotRequest request)
{
    private readonly ComposeText _text = new();
    private readonly SlotNames _names = SlotNames.For(model, request);
    private int _services;

    public string Write()
    {
        _text.Comment($"Made by Slipway from {string.Join(", ", request.Sources.Named)} and slipway.yaml. Edit those: changes made here are lost.");
        _text.Comment("A service with two slots is replaced by its -blue and -green copies, of which the profile chooses one.");
        _text.Blank();
        WriteInheritance();
        _text.Map("services", WriteServices);
        if (request.Network is { } network && request.Proxies.Length > 0)
        {
            _text.Blank();
            _text.Map("networks", () => _text.Map(_names.Network, () => _text.Map("ipam", () =>
                _text.Items("config", [$"subnet: {YamlScalar.Of(network.Subnet)}"]))));
            _text.Blank();
            _text.Map("volumes", () =>
            {
                foreach (var proxy in request.Proxies)
                {
                    _text.Raw(_names.Proxies[proxy.Service].Volume, "{}");
                }
            });
            if (request.Proxies.Any(p => p.Files.Length > 0))
            {
                _text.Blank();
                _text.Map("configs", WriteConfigs);
            }
        }

        return _text.ToString();
    }

    /// <summary>
    /// A service of several files is extended from each of them in turn. One document can extend only one of them;
    /// documents of one file are laid over each other like files.
    /// </summary>
    private void WriteInheritance()
    {
        var inheriting = request.Services
            .SelectMany(NamedSlot.Of)
            .Select(s => new Inheritance(s.Name, s.Service))
            .Concat(request.Migration is { } job ? [new Inheritance(MigrationJob.ServiceName, job.From)] : [])
            .ToImmutableArray();
        var layers = 0;
        foreach (var one in inheriting)
        {
            layers = Math.Max(layers, request.Sources.FilesOf(one.From).Length);
        }

        for (var layer = 0; layer < layers - 1; layer++)
        {
            _text.Map("services", () =>
            {
                foreach (var (name, from) in inheriting)
                {
                    var files = request.Sources.FilesOf(from);
                    if (layer < files.Length - 1)
                    {
                        _text.Map(name, () => WriteExtends(files[layer], from));
                    }
                }
            });
            _text.Separator();
        }
    }

    private void WriteServices()
    {
        foreach (var slotted in request.Services)
        {
            var service = model.Find(slotted.Name)!;
            WriteService(service.Name, () =>
            {
                WriteProfile(service, SlotOverlay.ReplacedProfile);
                WriteBuildLabels(service);
            });
            foreach (var slot in NamedSlot.Of(slotted))
            {
                WriteService(slot.Name, () => WriteSlot(service, slotted, slot));
            }
        }

        if (request.Migration is { } job)
        {
            WriteService(MigrationJob.ServiceName, () => WriteMigration(job, model.Find(job.From)!));
        }

        foreach (var proxy in request.Proxies)
        {
            WriteService(proxy.Service, () => new ProxyWriter(model, request, _names, _text).Write(proxy));
        }

        foreach (var service in model.Services.Where(s => !HasSlots(s.Name) && request.Proxies.All(p => p.Service != s.Name)))
        {
            var labels = request.Labels.GetValueOrDefault(service.Name, []);
            var image = request.Images.GetValueOrDefault(service.Name);
            if (labels.Length == 0 && image is null && !HasBuildLabels(service) && !service.DependsOn.Any(d => HasSlots(d.Service)))
            {
                continue;
            }

            WriteService(service.Name, () =>
            {
                WriteReplicas(service, image);
                _text.Labels(labels);
                _text.Dependencies(service, HasSlots);
            });
        }
    }

    private void WriteBuildLabels(ComposeService service)
    {
        if (HasBuildLabels(service))
        {
            _text.Map("build", () => _text.Labels(request.BuildLabels[service.Name]));
        }
    }

    private void WriteReplicas(ComposeService service, string? image)
    {
        if (image is null)
        {
            WriteBuildLabels(service);
            return;
        }

        _text.Value("image", image);
        _text.Value("pull_policy", "never");
        if (service.Build is not null)
        {
            _text.Map("build", () =>
            {
                _text.Items("tags", [YamlScalar.Of(service.Image ?? $"{model.Name}-{service.Name}")]);
                _text.Labels(request.BuildLabels.GetValueOrDefault(service.Name, []));
            });
        }

        WriteCopy(service);
    }

    /// <summary>What can't be had twice, and what would start again that was stopped on purpose.</summary>
    private void WriteCopy(ComposeService service)
    {
        if (service.ContainerName is not null)
        {
            _text.Reset("container_name");
        }

        // What was stopped on purpose must stay down when the machine starts again.
        if (service.Restart == "always" || (service.Restart is null && service.DeployRestarts))
        {
            _text.Value("restart", "unless-stopped");
        }
    }

    private bool HasBuildLabels(ComposeService service) => service.Build is not null && request.BuildLabels.ContainsKey(service.Name);

    private void WriteSlot(ComposeService service, SlotService slotted, NamedSlot slot)
    {
        WriteExtends(request.Sources.FilesOf(service.Name)[^1], service.Name);
        WriteProfile(service, slot.Color);
        WriteImage(service, slot.Instance.Image);
        _text.Labels(slot.Instance.Labels);
        WriteCopy(service);
        if (service.HasScale)
        {
            _text.Reset("scale");
        }

        if (service.Replicas != 1)
        {
            _text.Map("deploy", () => _text.Raw("replicas", "1"));
        }

        _text.Dependencies(service, HasSlots);
        if (slotted.IsProxied)
        {
            if (service.Ports.Length > 0)
            {
                _text.Reset("ports");
            }

            _text.Networks(service, _ => [], (_names.Network, slot.Instance.Address!));
        }
        else if (service.NetworkMode is null)
        {
            _text.Networks(service, o => [service.Name, .. o.Where(a => a != service.Name)], null);
        }
    }

    private void WriteMigration(MigrationJob job, ComposeService service)
    {
        WriteExtends(request.Sources.FilesOf(service.Name)[^1], service.Name);
        WriteProfile(service, MigrationJob.Profile);
        WriteImage(service, job.Image);
        _text.List("command", job.Command);
        _text.Labels(job.Labels);
        _text.Value("restart", "no");
        _text.Raw("healthcheck", "{disable: true}");
        if (service.ContainerName is not null)
        {
            _text.Reset("container_name");
        }

        if (service.HasScale)
        {
            _text.Reset("scale");
        }

        if (service.Replicas != 1)
        {
            _text.Map("deploy", () => _text.Raw("replicas", "1"));
        }

        if (service.Ports.Length > 0)
        {
            _text.Reset("ports");
        }

        _text.Dependencies(service, HasSlots);
        if (service.Networks.Any(n => n.Aliases.Length > 0))
        {
            _text.Networks(service, _ => [], null);
        }
    }

    private void WriteService(string name, Action content)
    {
        if (_services++ > 0)
        {
            _text.Blank();
        }

        _text.Map(name, content);
    }

    /// <summary>A profile that the application's own file gives would enable both slots at once.</summary>
    private void WriteProfile(ComposeService service, string profile) =>
        _text.Raw("profiles", (service.Profiles.Length > 0 ? "!override " : "") + YamlScalar.List([profile]));

    private void WriteExtends(string file, string service) =>
        _text.Raw("extends", $"{{file: {YamlScalar.Of(file)}, service: {YamlScalar.Of(service)}}}");

    private void WriteImage(ComposeService service, string image)
    {
        _text.Value("image", image);
        _text.Value("pull_policy", "never");
        if (service.Build is not null)
        {
            _text.Reset("build");
        }
    }

    private void WriteConfigs()
    {
        foreach (var config in request.Proxies.SelectMany(p => _names.Proxies[p.Service].Configs))
        {
            _text.Map(config.Key, () => _text.Block("content", config.File.Content));
        }
    }

    private bool HasSlots(string service) => request.Services.Any(s => s.Name == service);

    private sealed record Inheritance(string Name, string From);
}

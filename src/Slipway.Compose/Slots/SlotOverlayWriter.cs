using System.Collections.Immutable;
using Slipway.Compose.Services;
using Slipway.Compose.Text;

namespace Slipway.Compose.Slots;

/// <summary>Writes the overlay for a request that passed its checks.</summary>
internal sealed class SlotOverlayWriter
{
    private readonly ComposeModel _model;
    private readonly SlotRequest _request;
    private readonly ComposeText _text = new();
    private readonly SlotNames _names;
    private readonly OverlayVolumes _volumes;
    private int _services;

    public SlotOverlayWriter(ComposeModel model, SlotRequest request)
    {
        (_model, _request, _names) = (model, request, SlotNames.For(model, request));
        _volumes = new OverlayVolumes(request, _names, _text);
    }

    public string Write()
    {
        _text.Comment($"Made by Slipway from {string.Join(", ", _request.Sources.Named)} and slipway.yaml. Edit those: changes made here are lost.");
        _text.Comment("A service with two slots is replaced by its -blue and -green copies, of which the profile chooses one.");
        _text.Blank();
        WriteInheritance();
        _text.Map("services", WriteServices);
        var hasProxies = _request.Network is not null && _request.Proxies.Length > 0;
        if (hasProxies)
        {
            var subnet = $"subnet: {YamlScalar.Of(_request.Network!.Subnet)}";
            _text.Blank();
            _text.Map("networks", () => _text.Map(_names.Network, () => _text.Map("ipam", () => _text.Items("config", [subnet]))));
        }

        _volumes.Write(hasProxies);
        if (hasProxies && _request.Proxies.Any(p => p.Files.Length > 0))
        {
            _text.Blank();
            _text.Map("configs", WriteConfigs);
        }

        return _text.ToString();
    }

    /// <summary>
    /// A service of several files is extended from each of them in turn. One document can extend only one of them;
    /// documents of one file are laid over each other like files.
    /// </summary>
    private void WriteInheritance()
    {
        var inheriting = _request.Services
            .SelectMany(NamedSlot.Of)
            .Select(s => new Inheritance(s.Name, s.Service))
            .Concat(_request.Migration is { } job ? [new Inheritance(MigrationJob.ServiceName, job.From)] : [])
            .ToImmutableArray();
        var layers = inheriting.Select(i => _request.Sources.FilesOf(i.From).Length).DefaultIfEmpty().Max();
        for (var layer = 0; layer < layers - 1; layer++)
        {
            _text.Map("services", () =>
            {
                foreach (var (name, from) in inheriting)
                {
                    var files = _request.Sources.FilesOf(from);
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
        foreach (var slotted in _request.Services)
        {
            var service = _model.Find(slotted.Name)!;
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

        if (_request.Migration is { } job)
        {
            WriteService(MigrationJob.ServiceName, () => WriteMigration(job, _model.Find(job.From)!));
        }

        foreach (var proxy in _request.Proxies)
        {
            WriteService(proxy.Service, () => new ProxyWriter(_model, _request, _names, _text).Write(proxy));
        }

        foreach (var service in _model.Services.Where(s => !HasSlots(s.Name) && _request.Proxies.All(p => p.Service != s.Name)))
        {
            var labels = _request.Labels.GetValueOrDefault(service.Name, []);
            var image = _request.Images.GetValueOrDefault(service.Name);
            if (labels.Length == 0 && image is null && !HasBuildLabels(service) && !_request.Mounts.ContainsKey(service.Name)
                && !SlotText.LeadsToSlots(service, HasSlots))
            {
                continue;
            }

            WriteService(service.Name, () =>
            {
                WriteReplicas(service, image);
                WriteEnd(service);
                _text.Labels(labels);
                _volumes.WriteMounts(service.Name);
                _text.Dependencies(service, HasSlots);
            });
        }
    }

    private void WriteBuildLabels(ComposeService service)
    {
        if (HasBuildLabels(service))
        {
            _text.Map("build", () => _text.Labels(_request.BuildLabels[service.Name]));
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
                _text.Items("tags", [YamlScalar.Of(service.Image ?? $"{_model.Name}-{service.Name}")]);
                _text.Labels(_request.BuildLabels.GetValueOrDefault(service.Name, []));
            });
        }

        WriteCopy(service);
    }

    /// <summary>Who runs a job looks at its end, and decides what comes after it.</summary>
    private void WriteEnd(ComposeService service)
    {
        if (!_request.Jobs.Contains(service.Name))
        {
            return;
        }

        _text.Value("restart", "no");
        if (service.HasRestartPolicy)
        {
            _text.Map("deploy", () => _text.Reset("restart_policy"));
        }
    }

    /// <summary>What can't be had twice, and what would start again that was stopped on purpose.</summary>
    private void WriteCopy(ComposeService service)
    {
        _text.ResetIf(service.ContainerName is not null, "container_name");

        // What was stopped on purpose must stay down when the machine starts again.
        if (!_request.Jobs.Contains(service.Name) && (service.Restart == "always" || (service.Restart is null && service.DeployRestarts)))
        {
            _text.Value("restart", "unless-stopped");
        }
    }

    private bool HasBuildLabels(ComposeService service) => service.Build is not null && _request.BuildLabels.ContainsKey(service.Name);

    private void WriteSlot(ComposeService service, SlotService slotted, NamedSlot slot)
    {
        WriteExtends(_request.Sources.FilesOf(service.Name)[^1], service.Name);
        WriteProfile(service, slot.Color);
        WriteImage(service, slot.Instance.Image);
        _text.Labels(slotted.IsProxied ? SlotText.Hidden(service, slot.Instance.Labels) : slot.Instance.Labels);
        WriteCopy(service);
        _volumes.WriteMounts(service.Name);
        _text.ResetIf(service.HasScale, "scale");

        if (service.Replicas != 1)
        {
            _text.Map("deploy", () => _text.Raw("replicas", "1"));
        }

        _text.Dependencies(service, HasSlots);
        if (slotted.IsProxied)
        {
            _text.ResetIf(service.Ports.Length > 0, "ports");

            // The engine makes it a name on each network, which has to lead to the slot that serves.
            _text.ResetIf(service.Hostname is not null, "hostname");

            _text.Networks(service, _ => [], (_names.Network, slot.Instance.Address!));
        }
        else if (service.NetworkMode is null)
        {
            _text.Networks(service, o => [service.Name, .. SlotText.OtherNames(_model, service).Union(o.Where(a => a != service.Name))], null);
        }
    }

    private void WriteMigration(MigrationJob job, ComposeService service)
    {
        WriteExtends(_request.Sources.FilesOf(service.Name)[^1], service.Name);
        WriteProfile(service, MigrationJob.Profile);
        WriteImage(service, job.Image);
        _text.List("command", job.Command);
        _text.Labels(SlotText.Hidden(service, job.Labels));
        _text.Value("restart", "no");
        _volumes.WriteMounts(service.Name);

        // The first program of a container does not hear that it is to end, unless it has seen to that.
        _text.Raw("init", "true");
        _text.Raw("healthcheck", "{disable: true}");
        _text.ResetIf(service.ContainerName is not null, "container_name");

        _text.ResetIf(service.HasScale, "scale");

        if (service.Replicas != 1)
        {
            _text.Map("deploy", () => _text.Raw("replicas", "1"));
        }

        _text.ResetIf(service.Ports.Length > 0, "ports");

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
        foreach (var config in _request.Proxies.SelectMany(p => _names.Proxies[p.Service].Configs))
        {
            _text.Map(config.Key, () => _text.Block("content", config.File.Content));
        }
    }

    private bool HasSlots(string service) => _request.Services.Any(s => s.Name == service);

    private sealed record Inheritance(string Name, string From);
}

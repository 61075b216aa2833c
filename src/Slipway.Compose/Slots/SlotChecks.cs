using Slipway.Compose.Services;

namespace Slipway.Compose.Slots;

/// <summary>Finds what can't work with slots, and what works differently, before anything is written.</summary>
internal sealed class SlotChecks(ComposeModel model, SlotRequest request)
{
    public List<ComposeProblem> Refusals { get; } = [];

    public List<ComposeProblem> Warnings { get; } = [];

    public void Run()
    {
        if (request.Services.Length == 0)
        {
            Refuse("slipway.yaml", "no service has slots", "give one the strategy blue-green or handoff");
        }

        foreach (var slotted in request.Services)
        {
            if (Known(slotted.Name, "services") is not { } service)
            {
                continue;
            }

            CheckSources(service);
            CheckNames(slotted);
            new VolumeChecks(slotted, service, Warnings).Run();
            CheckTies(service);
            CheckCopies(service);
            if (slotted.IsProxied)
            {
                CheckProxied(slotted, service);
            }
        }

        CheckProfiles();
        new ProxyChecks(model, request, Refusals, Warnings).Run();
        if (request.Migration is { } job)
        {
            if (Known(job.From, "migrations") is { } service)
            {
                CheckSources(service);
            }

            CheckFree(MigrationJob.ServiceName);
        }
    }

    private ComposeService? Known(string name, string place)
    {
        var service = model.Find(name);
        if (service is null)
        {
            Refuse(
                $"slipway.yaml: {place}.{name}",
                $"the compose file has no service {name}",
                $"use one of {string.Join(", ", model.Services.Select(o => o.Name))}");
        }

        return service;
    }

    private void CheckSources(ComposeService service)
    {
        if (request.Sources.FilesOf(service.Name).Length > 0)
        {
            return;
        }

        Refuse(
            $"services.{service.Name}",
            "it comes from an include with a project directory or variables of its own, or from elsewhere, and can't be extended",
            "include the file by its path alone, or define the service in the application's own file");
    }

    private void CheckNames(SlotService slotted)
    {
        if (slotted.Blue is null && slotted.Green is null)
        {
            Refuse($"services.{slotted.Name}", "neither of its slots has an image", "name the image of at least one slot");
        }

        CheckFree(SlotService.NameOf(slotted.Name, "blue"));
        CheckFree(SlotService.NameOf(slotted.Name, "green"));
    }

    private void CheckFree(string name)
    {
        if (model.Find(name) is not null)
        {
            Refuse($"services.{name}", "Slipway needs this name for a service of its own", "rename the service");
        }
    }

    private bool LeadsElsewhere(ServiceLink link) =>
        model.Find(link.Alias) is not null || model.Services.SelectMany(s => s.Links).Any(l => l.Alias == link.Alias && l.Service != link.Service);

    private void CheckTies(ComposeService service)
    {
        foreach (var other in model.Services)
        {
            // On the network the name is everybody's, and not only that of who wrote the link.
            foreach (var link in other.Links.Where(l => l.Service == service.Name && l.Alias != service.Name && LeadsElsewhere(l)))
            {
                Refuse(
                    $"services.{other.Name}.links",
                    $"{link.Alias} is the name of {service.Name} for {other.Name} alone, and of something else for others",
                    "give it a name that nothing else has");
            }
        }

        foreach (var other in model.Services)
        {
            foreach (var tie in other.Ties.Where(t => t.Service == service.Name))
            {
                Refuse(
                    $"services.{other.Name}.{tie.Key}",
                    $"it is tied to the container of {service.Name}, which changes with every release",
                    $"reach {service.Name} by its name over a network, or give it the strategy stateful");
            }
        }
    }

    private void CheckCopies(ComposeService service)
    {
        var place = $"services.{service.Name}";
        foreach (var network in service.Networks.Where(n => n.Ipv4Address is not null || n.Ipv6Address is not null))
        {
            Refuse($"{place}.networks.{network.Network}", "two slots can't both have its fixed address", "remove the address and use the service's name");
        }

        if (service.MacAddress is not null)
        {
            Refuse($"{place}.mac_address", "two slots can't both have it", "remove it");
        }

        if (service.ContainerName is { } name)
        {
            Warn(
                $"{place}.container_name",
                $"no container is called {name} any more: each slot has a name of its own, and on its networks {name} leads to what serves",
                "find containers by their labels");
        }

        if (service.Replicas == 0)
        {
            Refuse(
                $"{place}.{(service.HasScale ? "scale" : "deploy.replicas")}",
                "compose is to run none of it, and a slot runs one",
                "take the service out of slipway.yaml, or ask for one");
        }
        else if (service.Replicas != 1)
        {
            Warn(
                $"{place}.{(service.HasScale ? "scale" : "deploy.replicas")}",
                $"each slot runs one container instead of {service.Replicas}",
                "let the service itself use more processes");
        }
    }

    private void CheckProxied(SlotService slotted, ComposeService service)
    {
        var place = $"services.{service.Name}";
        if (slotted.Port is < 1 or > 65535)
        {
            Refuse($"slipway.yaml: {place}.port", "the proxy needs to know the port that takes requests", "give a port from 1 to 65535");
        }

        if (service.NetworkMode is { } mode)
        {
            Refuse($"{place}.network_mode", $"the proxy can't reach two slots with the network mode {mode}", "use networks, or the strategy handoff");
        }

        foreach (var port in service.Ports)
        {
            var entry = $"{place}.ports: {port.Published ?? "any"}:{port.Target}/{port.Protocol}";
            if (slotted.Ports.Contains(port.Target) && port.Protocol == "tcp")
            {
                if (port.Published?.Contains('-', StringComparison.Ordinal) == true)
                {
                    Refuse(entry, "a range of ports can't be moved to the proxy", "publish one port");
                }
            }
            else
            {
                Warn(
                    entry,
                    $"it isn't published any more: only {string.Join(" and ", slotted.Ports.Select(p => $"{p}/tcp"))} goes through the proxy",
                    port.Protocol == "tcp" ? "name it under ports of slipway.yaml if it has to stay" : "use the strategy handoff if it has to stay");
            }
        }
    }

    private void CheckProfiles()
    {
        foreach (var service in model.Services.Where(s => request.Services.All(l => l.Name != s.Name)))
        {
            foreach (var profile in service.Profiles.Where(p => p is "blue" or "green"))
            {
                Refuse($"services.{service.Name}.profiles", $"Slipway uses the profile {profile} for its own services", "rename the profile");
            }
        }
    }

    private void Refuse(string place, string message, string remedy) => Refusals.Add(new(place, message, remedy));

    private void Warn(string place, string message, string remedy = "") => Warnings.Add(new(place, message, remedy));
}

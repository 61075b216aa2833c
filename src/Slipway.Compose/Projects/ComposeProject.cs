using Slipway.Compose.Editing;
using Slipway.Compose.Files;

namespace Slipway.Compose.Projects;

/// <summary>An application's compose files laid over each other, as far as they can be read without compose.</summary>
internal sealed class ComposeProject
{
    private readonly Dictionary<string, ProjectService> _services = new(StringComparer.Ordinal);

    /// <summary>Lays files over each other.</summary>
    /// <param name="files">The files, the last one on top.</param>
    /// <param name="variable">Gives a variable's value, or null.</param>
    public ComposeProject(IReadOnlyList<ComposeFile> files, Func<string, string?> variable)
    {
        (Files, Variable) = (files, variable);
        foreach (var file in files.Where(f => !f.IsExtended))
        {
            foreach (var entry in ServicesOf(file))
            {
                if (!_services.TryGetValue(entry.Key, out var service))
                {
                    _services[entry.Key] = service = new(entry.Key, this);
                }

                service.Add(new(file, entry.Key, entry));
            }
        }
    }

    public IReadOnlyList<ComposeFile> Files { get; }

    public IEnumerable<ProjectService> Services => _services.Values;

    public Func<string, string?> Variable { get; }

    public ProjectService? Find(string service) => _services.GetValueOrDefault(service);

    /// <summary>
    /// What a layer of a service extends: the layers of a service of the application, or of another file; none where there is no such service.
    /// </summary>
    public IEnumerable<PlacedValue> Extended(PlacedValue layer)
    {
        if (layer.Value.Get("extends") is not { } extends || (extends.Text ?? extends.Get("service")?.Text) is not { } name)
        {
            return [];
        }

        var location = FileReferences.Extended(layer.File, extends, Variable);
        if ((location is null || location == layer.File.Location) && !layer.File.IsExtended)
        {
            return Find(name)?.Own ?? [];
        }

        return (location is null ? [layer.File] : Files.Where(f => f.Location == location))
            .Take(1)
            .SelectMany(f => ServicesOf(f).Where(e => e.Key == name).Select(e => new PlacedValue(f, name, e)));
    }

    /// <summary>The services that take a value from a service of a file because they extend it.</summary>
    public IEnumerable<string> Extending(PlacedValue place) =>
        Services.Where(s => s.Layers().Any(l => l.File == place.File && l.Service == place.Service)).Select(s => s.Name);

    /// <summary>The services that a file defines.</summary>
    public static IEnumerable<PlacedValue> LayersOf(ComposeFile file) => ServicesOf(file).Select(e => new PlacedValue(file, e.Key, e));

    private static IEnumerable<ComposeEntry> ServicesOf(ComposeFile file) => file.Document?.Roots.SelectMany(r => r.Get("services")?.Entries ?? []) ?? [];
}

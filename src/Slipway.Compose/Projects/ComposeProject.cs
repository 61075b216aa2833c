using System.Collections.Immutable;
using Slipway.Compose.Editing;

namespace Slipway.Compose.Projects;

/// <summary>An application's compose files laid over each other, as far as they can be read without compose.</summary>
internal sealed class ComposeProject
{
    private readonly Dictionary<string, ProjectService> _services = new(StringComparer.Ordinal);

    /// <summary>Lays files over each other.</summary>
    /// <param name="documents">The files, the last one on top.</param>
    /// <param name="variable">Gives a variable's value, or null.</param>
    public ComposeProject(IReadOnlyList<ComposeDocument> documents, Func<string, string?> variable)
    {
        Variable = variable;
        foreach (var document in documents)
        {
            foreach (var entry in document.Roots.SelectMany(root => root.Get("services")?.Entries ?? []))
            {
                if (!_services.TryGetValue(entry.Key, out var service)) _services[entry.Key] = service = new(entry.Key, this);
                service.Add(new(document, entry));
            }
        }

        Documents = documents;
    }

    public IReadOnlyList<ComposeDocument> Documents { get; }

    public IEnumerable<ProjectService> Services => _services.Values;

    public Func<string, string?> Variable { get; }

    public ProjectService? Find(string service) => _services.GetValueOrDefault(service);
}

using System.Collections.Immutable;
using Slipway.Compose.Files;

namespace Slipway.Compose.Projects;

/// <summary>How the image of a service is built, all files taken together.</summary>
/// <param name="Service">The service's name.</param>
/// <param name="Context">The build context: a path, or an address.</param>
/// <param name="Dockerfile">The Dockerfile's path; null when it is written in the compose file or lies elsewhere.</param>
/// <param name="Target">The stage to stop at, or null for the last one.</param>
public sealed record ServiceBuild(string Service, string Context, string? Dockerfile, string? Target)
{
    /// <summary>The Dockerfile where it is written in the compose file, or null.</summary>
    public string? Inline { get; init; }

    /// <summary>The name of the image; null when compose makes one up.</summary>
    public string? Image { get; init; }

    /// <summary>The build arguments: their names, and their values as written; null for those of the environment.</summary>
    public ImmutableArray<(string Name, string? Written)> Arguments { get; init; } = [];

    /// <summary>The names of further contexts, which the Dockerfile can copy from and build on.</summary>
    public ImmutableArray<string> Contexts { get; init; } = [];

    /// <summary>Whether the context is a folder of this machine.</summary>
    public bool IsLocal => !Context.Contains("://", StringComparison.Ordinal) && !Context.StartsWith("git@", StringComparison.Ordinal);

    internal static ServiceBuild? Of(ProjectService service)
    {
        if (service.Get("build") is not { Value.IsNull: false } build)
        {
            return null;
        }

        var isShort = build.Value.Text is not null;
        var place = isShort ? build : service.Get("build", "context");
        var context = (isShort ? service.Text("build") : service.Text("build", "context")) ?? ".";
        var inline = service.Get("build", "dockerfile_inline")?.Value.Text;
        var made = new ServiceBuild(service.Name, context, null, service.Text("build", "target"))
        {
            Image = service.Text("image"),
            Inline = inline,
            Arguments = [.. ArgumentsOf(service)],
            Contexts = [.. ContextsOf(service)],
        };
        if (!made.IsLocal)
        {
            return made;
        }

        var folder = FilePaths.Join((place ?? build).File.Folder, context);
        return made with
        {
            Context = folder,
            Dockerfile = inline is null ? FilePaths.Join(folder, service.Text("build", "dockerfile") ?? "Dockerfile")
            : null
        };
    }

    /// <summary>Of several files the topmost says the value.</summary>
    private static IEnumerable<(string Name, string? Written)> ArgumentsOf(ProjectService service) =>
        service.All("build", "args")
            .SelectMany(holder => holder.Value.Entries.Select(e => (e.Key, Written: Filled(e.Value.Text)))
                .Concat(
                    holder.Value.Items.Select(i => i.Text)
                        .OfType<string>()
                        .Select(t => t.Split('=', 2))
                        .Select(p => (p[0], Written: p.Length == 2 ? Filled(p[1]) : null))))
            .DistinctBy(a => a.Item1);

    private static IEnumerable<string> ContextsOf(ProjectService service) => service.All("build", "additional_contexts")
        .SelectMany(h => h.Value.Entries.Select(e => e.Key).Concat(h.Value.Items.Select(i => (i.Text ?? "").Split('=')[0])))
        .Distinct();

    private static string? Filled(string? text) => text is { Length: > 0 } ? text : null;
}

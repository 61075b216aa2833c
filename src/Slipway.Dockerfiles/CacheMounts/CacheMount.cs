using Slipway.Dockerfiles.Stages;
using Slipway.Dockerfiles.Syntax;

namespace Slipway.Dockerfiles.CacheMounts;

/// <summary>A <c>--mount</c> of a RUN.</summary>
/// <param name="Type">bind, cache, tmpfs, secret or ssh.</param>
/// <param name="Target">Where it is mounted, or null.</param>
/// <param name="From">The stage or image that it comes from, or null.</param>
/// <param name="Source">The path within what it comes from, or null.</param>
internal sealed record CacheMount(string Type, string? Target, string? From, string? Source)
{
    public static IEnumerable<CacheMount> Of(Step step) =>
        Of(step.Instruction).Select(m => m with { Target = m.Target is null ? null : Absolute(step, m.Target) });

    public static IEnumerable<CacheMount> Of(Instruction instruction) =>
        instruction.Flags.Where(f => f.Name == "mount").Select(f => Read(f.Value ?? string.Empty));

    /// <summary>Whether a folder doesn't end up in the image because it is mounted, in part at least.</summary>
    public static bool Covers(Step step, string folder) =>
        Of(step)
            .Where(m => m.Type is "cache" or "tmpfs")
            .Select(m => m.Target)
            .OfType<string>()
            .Any(t => ContainerPath.IsWithin(folder, t) || ContainerPath.IsWithin(t, folder));

    private static string Absolute(Step step, string target) => ContainerPath.Join(step.Before.Folder ?? "/", target);

    private static CacheMount Read(string value)
    {
        var options = value.Split(',').Select(o => o.Split('=', 2, StringSplitOptions.TrimEntries)).ToList();
        return new(Option("type") ?? "bind", Option("target") ?? Option("dst") ?? Option("destination"), Option("from"), Option("source") ?? Option("src"));

        string? Option(string name) => options.FirstOrDefault(o => o[0] == name) is [_, var text] ? text : null;
    }
}

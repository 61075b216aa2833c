using Slipway.Dockerfiles.Contexts;
using Slipway.Dockerfiles.Stages;
using Slipway.Dockerfiles.Syntax;

namespace Slipway.Dockerfiles.Forecasting;

/// <summary>The two changes that most commits are made of, by files that stand for them.</summary>
/// <param name="Source">A file of the sources that the build copies; null when it copies none.</param>
/// <param name="Dependencies">A file that names the dependencies; null when the build installs none by a file.</param>
public sealed record TypicalChanges(string? Source, string? Dependencies)
{
    /// <summary>Chooses the files.</summary>
    /// <param name="file">The Dockerfile.</param>
    /// <param name="build">Its build context.</param>
    /// <returns>Of each kind the file that the last commits have changed most.</returns>
    public static TypicalChanges Of(Dockerfile file, BuildContext build)
    {
        var steps = StageReader.Read(file).SelectMany(s => s.Steps).ToList();
        var calls = steps.SelectMany(s => s.Calls).Where(c => c.ReadsManifest).ToList();
        var sources = steps.Where(CopyMap.CopiesContext).SelectMany(CopyMap.Sources).ToList();
        var changes = build.Commits.SelectMany(c => c).CountBy(f => f).ToDictionary(StringComparer.Ordinal);
        var copied = (build.Files ?? []).Select(f => f.Path).Where(p => build.Ignore?.Ignores(p) != true && sources.Exists(s => ContextFiles.Selects(s, p)))
            .OrderByDescending(p => changes.GetValueOrDefault(p)).ThenBy(p => p, StringComparer.Ordinal).ToList();
        return new(
            copied.Find(p => !calls.Exists(c => c.IsManifest(p)) && !p.EndsWith("ockerfile", StringComparison.Ordinal)),
            copied.Find(p => calls.Exists(c => c.IsManifest(p))));
    }
}

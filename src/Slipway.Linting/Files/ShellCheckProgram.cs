using System.Globalization;
using Slipway.Dockerfiles.Contexts;
using Slipway.Dockerfiles.ShellChecks;
using Slipway.Dockerfiles.Syntax;
using Slipway.Engine.Commands;
using Slipway.Findings;
using Slipway.Findings.Sources;

namespace Slipway.Linting.Files;

/// <summary>Has shellcheck look at all scripts of all files at once, where it is installed.</summary>
/// <param name="commands">The seam to programs.</param>
/// <param name="settings">What the user asks for.</param>
internal sealed class ShellCheckProgram(ICommandRunner commands, LintSettings settings)
{
    private const string Name = "shellcheck";

    /// <summary>For fewer scripts than this, a second process is not worth its start.</summary>
    private const int FewestScripts = 20;

    /// <summary>Looks at the files.</summary>
    /// <param name="sources">The files.</param>
    /// <returns>The findings of each file; none without shellcheck.</returns>
    public async Task<ILookup<SourceText, Finding>> CheckAsync(IReadOnlyList<SourceText> sources)
    {
        if (!IsInstalled())
        {
            return Enumerable.Empty<(SourceText, Finding)>().ToLookup(f => f.Item1, f => f.Item2);
        }

        var scripts = sources.SelectMany(s => ShellCheck.Scripts(Dockerfile.Parse(s)).Select(c => (Source: s, Script: c))).ToList();
        var runs = scripts.GroupBy(s => (s.Script.Shell, s.Script.Input))
            .GroupBy(s => s.Key.Shell, StringComparer.Ordinal)
            .SelectMany(s => s.Chunk(Math.Max(FewestScripts, (s.Count() / Environment.ProcessorCount) + 1)))
            .Select(RunAsync);
        return (await Task.WhenAll(runs)).SelectMany(f => f).ToLookup(f => f.Source, f => f.Finding);
    }

    // What many files have in common is looked at once.
    private async Task<List<(SourceText Source, Finding Finding)>> RunAsync(IEnumerable<(SourceText Source, ShellCheckScript Script)>[] scripts)
    {
        var folder = Directory.CreateTempSubdirectory("slipway-shellcheck-").FullName;
        try
        {
            var files = scripts.Select((s, i) => (Same: s, File: Path.Combine(folder, i.ToString(CultureInfo.InvariantCulture)))).ToList();
            foreach (var file in files)
            {
                await File.WriteAllTextAsync(file.File, file.Same.First().Script.Input);
            }

            var command = new CommandLine([Name, .. scripts[0].First().Script.Arguments, .. files.Select(f => f.File)]);
            var outcome = await commands.RunAsync(command, null, CancellationToken.None);
            var comments = ShellCheckComment.Read(outcome.Output).ToLookup(c => c.File, StringComparer.Ordinal);
            return
            [
                .. from file in files
                   from script in file.Same
                   from finding in ShellCheck.Read(script.Source, script.Script, comments[file.File], settings)
                   select (script.Source, finding),
            ];
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static bool IsInstalled() =>
        (Environment.GetEnvironmentVariable("PATH") ?? string.Empty).Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
        .Any(f => File.Exists(Path.Combine(f, OperatingSystem.IsWindows() ? Name + ".exe" : Name)));
}

using Slipway.Compose.Files;
using Slipway.Compose.Inline;
using Slipway.Dockerfiles.Contexts;
using Slipway.Engine.Commands;
using Slipway.Linting.History;
using Slipway.Linting.Options;

namespace Slipway.Linting.Files;

/// <summary>The Dockerfiles that compose files hold under <c>dockerfile_inline</c>.</summary>
/// <param name="options">What the user asks for.</param>
/// <param name="commands">The seam to shellcheck.</param>
/// <param name="history">What git knows.</param>
/// <param name="settings">How severe what is.</param>
internal sealed class InlineDockerfiles(LintOptions options, ICommandRunner commands, GitHistory history, LintSettings settings)
{
    private const string Key = "dockerfile_inline";

    /// <summary>Finds them. Files that can't be read are left out: they have a finding of their own.</summary>
    /// <param name="files">The compose files.</param>
    /// <returns>One for each service that has one, in the order of their files.</returns>
    public IReadOnlyList<ILintedFile> Find(IEnumerable<ComposeFile> files)
    {
        var found = files.Where(f => f.Source.Text.Contains(Key, StringComparison.Ordinal)).SelectMany(InlineDockerfile.In).Select(Placed).ToList();
        if (found.Count == 0)
        {
            return [];
        }

        var contexts = new ContextReader(options.Start, history);
        var checks = options.ShellCheck ? Task.Run(() => new ShellCheckProgram(commands, settings).CheckAsync([.. found.Select(f => f.Text.Text)])) : null;
        return
        [
            .. found.Select(inline => new LintedInlineDockerfile(
                inline.Text,
                settings,
                () => contexts.Read(inline.Place, isAlone: true),
                () => checks is null ? [] : [.. checks.GetAwaiter().GetResult()[inline.Text.Text]])),
        ];
    }

    private static (InlineDockerfile Text, DockerfilePlace Place) Placed(InlineDockerfile inline)
    {
        var context = Path.GetFullPath(Path.Combine(inline.File.Folder, inline.Context));
        var place = new DockerfilePlace(Path.Combine(context, Key), Path.TrimEndingDirectorySeparator(context), new Dictionary<string, string>());
        return (inline, place with { Contexts = inline.Contexts });
    }
}

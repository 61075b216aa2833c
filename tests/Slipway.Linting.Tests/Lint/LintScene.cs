using Slipway.Engine.Errors;
using Slipway.Linting.Commands;
using Slipway.Options;
using Slipway.Testing;

namespace Slipway.Linting.Tests.Lint;

/// <summary>An application's folder and what Lint and Optimize say of it.</summary>
internal sealed class LintScene : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public string Folder => _folder.Path;

    public string Errors { get; private set; } = string.Empty;

    public static LintScene Of(params (string Path, string Text)[] files)
    {
        var scene = new LintScene();
        foreach (var (path, text) in files)
        {
            scene._folder.Write(path, text);
        }

        return scene;
    }

    /// <summary>A copy of a sample.</summary>
    public static LintScene Sample(string name)
    {
        var from = Path.GetDirectoryName(RepositoryFile.PathOf($"samples/{name}/README.md"))!;
        return Of([.. Directory.EnumerateFiles(from, "*", SearchOption.AllDirectories)
            .Select(f => (Path.GetRelativePath(from, f), File.ReadAllText(f)))
            .Where(f => !f.Item1.StartsWith(".slipway", StringComparison.Ordinal))]);
    }

    public (ExitCode Code, string Text) Lint(params string[] options) => Run(r => r.Lint, options);

    public (ExitCode Code, string Text) Optimize(params string[] options) => Run(r => r.Optimize, options);

    public string Read(string name) => File.ReadAllText(Path.Combine(Folder, name));

    public bool Has(string name) => File.Exists(Path.Combine(Folder, name));

    /// <summary>All files with their texts.</summary>
    public string Snapshot() => string.Concat(Directory.EnumerateFiles(Folder, "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal).Select(f => $"{f}\n{File.ReadAllText(f)}\n"));

    public void Dispose() => _folder.Dispose();

    private (ExitCode Code, string Text) Run(Func<LintCommand, Func<TextWriter, TextWriter, ExitCode>> command, string[] options)
    {
        using var output = new StringWriter { NewLine = "\n" };
        using var errors = new StringWriter { NewLine = "\n" };
        var code = command(new LintCommand(LintOptionsReader.Read(CommandLineOptions.Read([.. options, "--no-shellcheck", "--no-engine"], Folder))))(output, errors);
        Errors = Shown(errors);
        return (code, Shown(output));
    }

    // In differences the folder stands behind the side that it is on, without a slash of its own.
    private string Shown(StringWriter text) => text.ToString()
        .Replace(" a" + Folder, " a/DIR", StringComparison.Ordinal).Replace(" b" + Folder, " b/DIR", StringComparison.Ordinal).Replace(Folder, "DIR", StringComparison.Ordinal);
}

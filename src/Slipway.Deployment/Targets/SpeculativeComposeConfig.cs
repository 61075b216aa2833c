using Slipway.Compose.Files;
using Slipway.Deployment.Configuration;
using Slipway.Engine.Commands;

namespace Slipway.Deployment.Targets;

/// <summary>
/// Lets compose begin to read its files while slipway.yaml is still being read, by the two lines in it that most often say all
/// that compose has to know. Should slipway.yaml turn out to mean another command, that one is run.
/// </summary>
/// <param name="commands">Runs the commands.</param>
/// <param name="folder">The application's folder.</param>
internal sealed class SpeculativeComposeConfig(ICommandRunner commands, string folder) : ICommandRunner
{
    private CommandLine? _begun;
    private Task<CommandOutcome>? _outcome;

    /// <summary>Begins, if there is something to begin with.</summary>
    /// <param name="cancellation">Gives up.</param>
    public void Begin(CancellationToken cancellation)
    {
        var path = Path.Combine(folder, SettingsReader.FileName);
        var lines = Path.Exists(path) && TextFile.WhyNot(path) is null ? File.ReadAllLines(path) : [];
        var file = Value(lines, "compose: ") ?? SettingsReader.DefaultComposeFile;
        if (Value(lines, "application: ") is { } name && Path.Exists(Path.Combine(folder, file)) && TextFile.WhyNot(Path.Combine(folder, file)) is null
            && !TextFile.IsPipe(Path.Combine(folder, DotEnv.FileName)))
        {
            _begun = new ComposeProject(name, [file], folder).Config();
            _outcome = PatientCompose.RunAsync(commands, _begun, cancellation);
        }
    }

    public Task<CommandOutcome> RunAsync(CommandLine command, Action<string>? line, CancellationToken cancellation) =>
        line is null && _begun?.Folder == command.Folder && _begun?.ToString() == command.ToString()
            ? _outcome!
            : commands.RunAsync(command, line, cancellation);

    public Task<CommandOutcome> StreamAsync(CommandLine command, Stream output, CancellationToken cancellation) =>
        commands.StreamAsync(command, output, cancellation);

    // Only what needs no YAML to be understood.
    private static string? Value(string[] lines, string key) =>
        lines.FirstOrDefault(l => l.StartsWith(key, StringComparison.Ordinal)) is { } line
        && line[key.Length..].Trim() is { Length: > 0 } value
        && value.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_' or '.' or '/')
            ? value
            : null;
}

using System.Text;
using Slipway.Commands;
using Slipway.Compose;
using Slipway.Compose.Drafts;
using Slipway.Configuration;
using Slipway.Errors;
using Slipway.Findings.Fixes;
using Slipway.Sessions;

namespace Slipway.Drafts;

/// <summary>One call of Init.</summary>
/// <param name="arguments">The arguments of the process.</param>
/// <param name="folder">The application's folder when none is named.</param>
public sealed class InitRequest(IReadOnlyList<string> arguments, string folder)
{
    private static readonly string[] ComposeFiles = ["compose.yaml", "compose.yml", "docker-compose.yaml", "docker-compose.yml"];
    private static readonly string[] Strategies = ["blue-green", "handoff", "rolling", "stateful"];

    /// <summary>Writes a slipway.yaml for an application that has none.</summary>
    /// <param name="output">Receives what was written.</param>
    /// <param name="answers">Where a person answers what each service is to be; null takes the guesses.</param>
    /// <returns><see cref="ExitCode.Success"/>.</returns>
    /// <exception cref="SlipwayException">There is a slipway.yaml already, there is no compose file, or Slipway can't deploy such an application. Nothing is written.</exception>
    public ExitCode Run(TextWriter output, TextReader? answers)
    {
        var options = SlipwayOptions.Parse(arguments, folder);
        var target = Path.Combine(options.Folder, SettingsReader.FileName);
        if (File.Exists(target))
        {
            throw new SlipwayException(ExitCode.BadConfiguration, $"{target}: there is one already", "edit it, or move it away and run Init again");
        }

        var file = ComposeFiles.FirstOrDefault(f => File.Exists(Path.Combine(options.Folder, f)))
            ?? throw new SlipwayException(ExitCode.BadConfiguration, $"{options.Folder}: there is no compose file", $"name the folder that holds one of {string.Join(", ", ComposeFiles)} through --app=DIR");
        var model = Read(options.Folder, file);
        var facts = Facts(options.Folder, file, model);
        var draft = SettingsDraft.Of(model, facts);
        if (answers is not null)
        {
            draft = SettingsDraft.Of(model, facts, Ask(draft, output, answers));
        }

        if (draft.Refusal is not null)
        {
            throw new SlipwayException(ExitCode.BadConfiguration, draft.Refusal, "write slipway.yaml by hand if it can be deployed all the same (docs/slipway-yaml.md)");
        }

        AtomicFile.Write(target, Encoding.UTF8.GetBytes(draft.Text));
        output.WriteLine(draft.Text);
        output.WriteLine($"Written to {target}. Next: --target=Plan says what a deployment would do.");
        return ExitCode.Success;
    }

    private static Dictionary<string, string> Ask(SettingsDraft draft, TextWriter output, TextReader answers)
    {
        var decided = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var guess in draft.Services)
        {
            output.Write($"{guess.Service}: {guess.Strategy}, because {guess.Why}. [Enter, or {string.Join(", ", Strategies.Where(s => s != guess.Strategy))}] ");
            output.Flush();
            if (answers.ReadLine()?.Trim() is { } answer && Strategies.Contains(answer))
            {
                decided[guess.Service] = answer;
            }
        }

        return decided;
    }

    private static ComposeModel Read(string folder, string file)
    {
        var command = new CommandLine(["docker", "compose", "-f", file, "--profile", "*", "config", "--format", "json"], Folder: folder);
        var outcome = new CommandRunner(null).RunAsync(command, null, CancellationToken.None).GetAwaiter().GetResult();
        if (outcome.ExitCode != 0)
        {
            throw new SlipwayException(ExitCode.BadConfiguration, $"{Path.Combine(folder, file)}: {string.Join("; ", outcome.LastErrors)}", "compose has to accept the file first");
        }

        var reading = ComposeModel.Parse(Encoding.UTF8.GetBytes(outcome.Output), folder);
        return reading.Model ?? throw new SlipwayException(ExitCode.BadConfiguration, reading.Problem!.ToString());
    }

    private static ApplicationFacts Facts(string folder, string file, ComposeModel model)
    {
        string? ReadFile(string path) => Path.Combine(folder, path) is var full && File.Exists(full) ? File.ReadAllText(full) : null;
        return new ApplicationFacts
        {
            ComposeFiles = [file],
            ReadFile = ReadFile,
            HasFolder = path => Directory.Exists(Path.Combine(folder, path)),
            Images = new DockerfileImages(model, ReadFile),
        };
    }
}

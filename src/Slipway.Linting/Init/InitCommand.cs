using System.Text;
using Slipway.Compose;
using Slipway.Compose.Drafts;
using Slipway.Deployment.Configuration;
using Slipway.Engine.Commands;
using Slipway.Engine.Errors;
using Slipway.Findings.Fixes;
using Slipway.Linting.Files;
using Slipway.Linting.Images;

namespace Slipway.Linting.Init;

/// <summary>One call of Init.</summary>
/// <param name="folder">The application's folder, absolute.</param>
internal sealed class InitCommand(string folder)
{
    private const string Images = "SLIPWAY_IMAGES";

    /// <summary>Writes a slipway.yaml for an application that has none.</summary>
    /// <param name="output">Receives what was written.</param>
    /// <param name="answers">Where a person answers what each service is to be; null takes the guesses.</param>
    /// <returns><see cref="ExitCode.Success"/>.</returns>
    /// <exception cref="SlipwayException">
    /// There is a slipway.yaml already, there is no compose file, or Slipway can't deploy such an application. Nothing is written.
    /// </exception>
    public ExitCode Run(TextWriter output, TextReader? answers)
    {
        var target = Path.Combine(folder, SettingsReader.FileName);
        if (File.Exists(target))
        {
            throw new SlipwayException(ExitCode.BadConfiguration, $"{target}: there is one already", "edit it, or move it away and run Init again");
        }

        var files = UsualComposeFiles.In(folder);
        if (files.Length == 0)
        {
            throw new SlipwayException(
                ExitCode.BadConfiguration, $"{folder}: there is no compose file",
                $"name the folder that holds one of {string.Join(", ", UsualComposeFiles.Names)} through --app=DIR");
        }

        var model = Read(folder, files);
        var facts = Facts(folder, files, model);
        var draft = SettingsDraft.Of(model, facts);
        if (answers is not null && !draft.Services.IsEmpty)
        {
            draft = SettingsDraft.Of(model, facts, new ServiceQuestions(output, answers).Ask(draft));
        }

        if (draft.Refusal is not null)
        {
            throw new SlipwayException(
                ExitCode.BadConfiguration, draft.Refusal, "write slipway.yaml by hand if it can be deployed all the same (docs/slipway-yaml.md)");
        }

        AtomicFile.Write(target, Encoding.UTF8.GetBytes(draft.Text));
        output.WriteLine(draft.Text);
        output.WriteLine(
            $"Written to {target}.{(answers is null ? " Nobody was asked: these are guesses." : "")} Next: --target=Plan says what a deployment would do.");
        return ExitCode.Success;
    }

    private static ComposeModel Read(string folder, string[] files)
    {
        var command = new ComposeProject(null, files, folder).Config();
        var outcome = new CommandRunner(null).RunAsync(command, null, CancellationToken.None).GetAwaiter().GetResult();
        if (outcome.ExitCode != 0)
        {
            throw new SlipwayException(
                ExitCode.BadConfiguration, $"{Path.Combine(folder, files[0])}: {string.Join("; ", outcome.LastErrors)}",
                "compose has to accept the file first");
        }

        var reading = ComposeModel.Parse(Encoding.UTF8.GetBytes(outcome.Output), folder);
        return reading.Model ?? throw new SlipwayException(ExitCode.BadConfiguration, reading.Problem!.ToString());
    }

    private static ApplicationFacts Facts(string folder, string[] files, ComposeModel model)
    {
        var near = new ApplicationFolder(folder);
        var images = new DockerfileImages(model, near.ReadFile);
        var facts = new ApplicationFacts
        {
            ComposeFiles = files,
            ReadFile = near.ReadFile,
            ListFiles = near.ListFiles,
            HasFolder = near.HasFolder,
            Images = images,
            BaseImage = images.BaseImage,
            Dockerfile = images.Dockerfile,
            Copies = images.Copies,
            ImageHealthCheck = images.HealthCheck,
        };

        // A machine that takes the public images from elsewhere takes this one from there too.
        return Environment.GetEnvironmentVariable(Images) is { Length: > 0 }
            ? facts with { ProxyImage = $"${{{Images}:-docker.io/library}}/{facts.ProxyImage}" }
            : facts;
    }
}

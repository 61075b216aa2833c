using System.Text;
using Slipway.Compose;
using Slipway.Compose.Drafts;
using Slipway.Compose.Files;
using Slipway.Compose.Surroundings;
using Slipway.Deployment.Configuration;
using Slipway.Deployment.Observation;
using Slipway.Dockerfiles.StartUp;
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

        using var engine = new ImageInspector(null, new CommandRunner(null));
        var (model, facts) = Look(engine);
        var draft = SettingsDraft.Of(model, facts);
        InitTable.Write(draft, output);
        if (answers is not null && !draft.Services.IsEmpty)
        {
            output.WriteLine();
            draft = SettingsDraft.Of(model, facts, new ServiceQuestions(output, answers).Ask(draft));
        }

        if (draft.Refusal is not null)
        {
            throw new SlipwayException(
                ExitCode.BadConfiguration, draft.Refusal, "write slipway.yaml by hand if it can be deployed all the same (docs/slipway-yaml.md)");
        }

        AtomicFile.Write(target, Encoding.UTF8.GetBytes(draft.Text));
        output.WriteLine();
        output.WriteLine(
            $"Written to {target}.{(answers is null ? " Nobody was asked: these are guesses." : "")} Next: --target=Plan says what a deployment would do.");
        return ExitCode.Success;
    }

    /// <summary>Tells all that speaks for one role or another of a service; writes nothing, so there may be a slipway.yaml.</summary>
    /// <param name="service">The service's name.</param>
    /// <param name="output">Receives it.</param>
    /// <returns><see cref="ExitCode.Success"/>.</returns>
    /// <exception cref="SlipwayException">There is no compose file, or no such service.</exception>
    public ExitCode Explain(string service, TextWriter output)
    {
        using var engine = new ImageInspector(null, new CommandRunner(null));
        var (model, facts) = Look(engine);
        if (model.Find(service) is not { } found)
        {
            throw new SlipwayException(
                ExitCode.BadConfiguration, $"--explain: {model.Name} has no service {service}",
                $"name one of {string.Join(", ", model.Services.Select(s => s.Name))}");
        }

        var guess = SettingsDraft.Of(model, facts).Services.FirstOrDefault(g => g.Service == service);
        InitTable.Explain(guess, service, SettingsDraft.Explain(model, facts, found), output);
        return ExitCode.Success;
    }

    private (ComposeModel Model, ApplicationFacts Facts) Look(ImageInspector engine)
    {
        var near = new ApplicationFolder(folder);
        var variables = new ProjectVariables(DotEnvFile.Read(folder));
        string[] files = variables.Files is { IsEmpty: false } named ? [.. named] : UsualComposeFiles.In(folder);
        if (files.Length == 0)
        {
            throw new SlipwayException(
                ExitCode.BadConfiguration, $"{folder}: there is no compose file",
                $"name the folder that holds one of {string.Join(", ", UsualComposeFiles.Names)} through --app=DIR");
        }

        var model = Read(folder, files) with { EnabledProfiles = variables.Profiles };
        return (model, Facts(near, files, model, engine));
    }

    private static ComposeModel Read(string folder, string[] files)
    {
        var command = new ComposeProject(null, files, folder).Config();
        CommandOutcome outcome;
        try
        {
            outcome = PatientCompose.RunAsync(new CommandRunner(null), command, CancellationToken.None).GetAwaiter().GetResult();
        }
        catch (TimeoutException e)
        {
            throw new SlipwayException(ExitCode.BadConfiguration, $"{Path.Combine(folder, files[0])}: {e.Message}", $"try: {command}", e);
        }

        if (outcome.ExitCode != 0)
        {
            throw new SlipwayException(
                ExitCode.BadConfiguration, $"{Path.Combine(folder, files[0])}: {outcome.Reason}",
                "compose has to accept the file first");
        }

        var reading = ComposeModel.Parse(Encoding.UTF8.GetBytes(outcome.Output), folder);
        return reading.Model ?? throw new SlipwayException(ExitCode.BadConfiguration, reading.Problem!.ToString());
    }

    private ApplicationFacts Facts(ApplicationFolder near, string[] files, ComposeModel model, ImageInspector engine)
    {
        var images = new DockerfileImages(model, near.ReadFile, engine.Inspect);
        var contexts = new ContextFiles();
        var facts = new ApplicationFacts
        {
            ComposeFiles = files,
            ReadFile = near.ReadFile,
            ListFiles = near.ListFiles,
            HasFolder = near.HasFolder,
            Images = images,
            Shown = p => Path.IsPathRooted(p) ? Path.GetRelativePath(folder, p) : p,
            BaseImage = images.BaseImage,
            Dockerfile = images.Dockerfile,
            Copies = images.Copies,
            Sources = images.Sources,
            ImageHealthCheck = images.HealthCheck,
            Migrates = w => StartMigration.Of(w) is { } found ? new MigrationCommand(found.Tool, found.Command) : null,
            Starts = s => StartReader.Of(s, folder, contexts) is { } found ? new MigrationCommand(found.Tool, found.Command) : null,
        };

        // A machine that takes the public images from elsewhere takes this one from there too.
        return Environment.GetEnvironmentVariable(Images) is { Length: > 0 }
            ? facts with { ProxyImage = $"${{{Images}:-docker.io/library}}/{facts.ProxyImage}" }
            : facts;
    }
}

using System.Collections.Immutable;
using System.Text;
using System.Text.RegularExpressions;
using Slipway.Compose;
using Slipway.Compose.Files;
using Slipway.Deployment.Configuration.Requests;
using Slipway.Deployment.Configuration.Rules;
using Slipway.Engine.Commands;
using Slipway.Engine.Errors;

namespace Slipway.Deployment.Configuration;

/// <summary>Reads slipway.yaml and the compose files and holds them against each other.</summary>
/// <param name="commands">Runs docker compose, which alone knows what its files mean.</param>
internal sealed partial class ApplicationLoader(ICommandRunner commands)
{
    private static readonly IApplicationRule[] Names =
    [
        new ServicesExist(), new ProxyExists(), new FrontExists(), new PortsAreServed(), new RoutesAreUnique(), new ProxyCanServe(), new TlsCanBeServed(),
        new CanariesAreServed(), new RequestsCanBeHandled(),
    ];

    private static readonly IApplicationRule[] Relations =
        [new DatabaseExists(), new MigrationsExist(), new ImagesAreNamed(), new LabelsCanMove(), new FilesExist(), new SecretsAreSet(),
            new TraefikFileCanLead()];

    /// <summary>Finishes the application whose settings have been read.</summary>
    /// <param name="problems">The mistakes that were found in them.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <returns>The application, and its configuration as compose printed it.</returns>
    /// <exception cref="SlipwayException">There are mistakes: all of them in one message.</exception>
    public async Task<(Application Application, string Config)> LoadAsync(
        ApplicationSettings settings, List<ConfigurationProblem> problems, CancellationToken cancellation)
    {
        if (settings.ComposeFiles.FirstOrDefault(f => f.Contains('\0', StringComparison.Ordinal)) is not null)
        {
            problems.Add(new ConfigurationProblem(new Place(settings.File), "the name of a compose file has a NUL in it"));
            ThrowIfAny(problems);
        }

        // Compose waits for the end of a pipe.
        if (TextFile.IsPipe(Path.Combine(settings.Folder, DotEnv.FileName)))
        {
            problems.Add(new ConfigurationProblem(new Place(Shown(settings, DotEnv.FileName)), "it is no file"));
            ThrowIfAny(problems);
        }

        var files = ReadComposeFiles(settings, problems);
        if (files.Length < settings.ComposeFiles.Count)
        {
            ThrowIfAny(problems);
        }

        var outcome = await UnderstoodAsync(settings, cancellation);
        if (outcome.ExitCode != 0)
        {
            problems.Add(new ConfigurationProblem(PlaceOf(outcome.Reason, settings), outcome.Reason));
            ThrowIfAny(problems);
        }

        var reading = ComposeModel.Parse(Encoding.UTF8.GetBytes(outcome.Output), settings.Folder, MountedFiles.Digest);
        var sources = ComposeSources.Read(files, p => ReadIfThere(Path.Combine(settings.Folder, p)));
        foreach (var problem in new[] { reading.Problem, sources.Problem }.OfType<ComposeProblem>())
        {
            problems.Add(new ConfigurationProblem(new Place(problem.Place), problem.Message, problem.Remedy));
        }

        if (reading.Model is null || sources.Sources is null)
        {
            ThrowIfAny(problems);
        }

        var variables = new ProjectVariables(ProjectVariables.Read(n => ReadIfThere(Path.Combine(settings.Folder, n))));
        settings = new RequestFiles(problems).Fill(settings, reading.Model!);
        var application = new Application(settings, reading.Model! with { EnabledProfiles = variables.Profiles }, sources.Sources!,
            Warnings(outcome.LastErrors));

        // What relates to a setting that is a mistake itself would only be told to be a second one.
        var wrong = problems.Count > 0;
        problems.AddRange(Names.Concat(wrong ? [] : Relations).SelectMany(r => r.Check(application)));
        ThrowIfAny(problems);
        return (application, outcome.Output);
    }

    /// <summary>All mistakes, as they follow each other in the files.</summary>
    /// <param name="problems">The mistakes.</param>
    /// <returns>One line each.</returns>
    public static string Text(IEnumerable<ConfigurationProblem> problems)
    {
        var inOrder = problems.OrderBy(p => p.Place.File, StringComparer.Ordinal).ThenBy(p => p.Place.Line).ThenBy(p => p.Place.Column);
        return string.Join(Environment.NewLine, inOrder.Select(p => p.ToString()).Distinct());
    }

    private async Task<CommandOutcome> UnderstoodAsync(ApplicationSettings settings, CancellationToken cancellation)
    {
        try
        {
            return await PatientCompose.RunAsync(commands, settings.Project.Config(), cancellation);
        }
        catch (TimeoutException e)
        {
            throw new SlipwayException(
                ExitCode.BadConfiguration, $"{Shown(settings, settings.ComposeFiles[0])}:1:1: {e.Message}", $"try: {settings.Project.Config()}", e);
        }
    }

    // Of a variable that has to be set, compose does not say in which file.
    private static Place PlaceOf(string reason, ApplicationSettings settings) => RequiredVariable().Match(reason) is { Success: true } variable
        ? ComposePlace.Of(settings, $@"\$\{{{variable.Groups["name"].Value}:?\?")
        : new Place(Shown(settings, settings.ComposeFiles[0]));

    private static void ThrowIfAny(List<ConfigurationProblem> problems)
    {
        if (problems.Count > 0)
        {
            throw new SlipwayException(ExitCode.BadConfiguration, Text(problems));
        }
    }

    private static ImmutableArray<ComposeFileText> ReadComposeFiles(ApplicationSettings settings, List<ConfigurationProblem> problems)
    {
        var files = ImmutableArray.CreateBuilder<ComposeFileText>();
        foreach (var file in settings.ComposeFiles)
        {
            if (Path.Exists(Path.Combine(settings.Folder, file)) && TextFile.WhyNot(Path.Combine(settings.Folder, file)) is { } why)
            {
                problems.Add(new ConfigurationProblem(new Place(Shown(settings, file), 1, 1), why));
            }
            else if (ReadIfThere(Path.Combine(settings.Folder, file)) is { } text)
            {
                files.Add(new ComposeFileText(file, text));
            }
            else
            {
                var others = Directory.EnumerateFiles(settings.Folder, "*compose*.y*ml").Select(f => Path.GetFileName(f)!);
                var missing = $"the compose file {Shown(settings, file)} does not exist";
                problems.Add(new ConfigurationProblem(new Place(settings.File), missing, NearestName.Suggest(file, others)));
            }
        }

        return files.ToImmutable();
    }

    private static string Shown(ApplicationSettings settings, string file) =>
        Path.GetRelativePath(Directory.GetCurrentDirectory(), Path.Combine(settings.Folder, file));

    private static string? ReadIfThere(string path) => !File.Exists(path) ? null : TextFile.WhyNot(path) is null ? File.ReadAllText(path) : string.Empty;

    private static List<string> Warnings(IEnumerable<string> lines) =>
        [.. lines.Where(l => l.Contains("level=warning", StringComparison.Ordinal) && l.Contains("variable is not set", StringComparison.Ordinal))
            .Select(l => l[(l.IndexOf("msg=", StringComparison.Ordinal) + 4)..].Trim('"').Replace("\\\"", "\"", StringComparison.Ordinal))
            .Distinct()];

    [GeneratedRegex(@"required variable (?<name>\w+) is missing a value", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex RequiredVariable();
}

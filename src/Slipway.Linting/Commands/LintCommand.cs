using System.Text;
using Slipway.Deployment.Images;
using Slipway.Engine.Commands;
using Slipway.Engine.Errors;
using Slipway.Findings;
using Slipway.Findings.Baselines;
using Slipway.Findings.Fixes;
using Slipway.Findings.Fixing;
using Slipway.Findings.Output;
using Slipway.Linting.Files;
using Slipway.Linting.Forecasts;
using Slipway.Linting.History;
using Slipway.Linting.Options;
using Slipway.Linting.Verification;

namespace Slipway.Linting.Commands;

/// <summary>One call of Lint or Optimize.</summary>
/// <param name="options">What is asked for.</param>
internal sealed class LintCommand(LintOptions options)
{
    private readonly CommandRunner _commands = new(null);
    private readonly GitHistory _history = new(new CommandRunner(null));

    /// <summary>Looks at the files of the application; writes to none of them.</summary>
    /// <param name="output">Receives the findings.</param>
    /// <param name="errors">Receives what could not be looked at.</param>
    /// <returns><see cref="ExitCode.Failed"/> when a finding is as severe as the threshold.</returns>
    /// <exception cref="SlipwayException">A file can't be written, or the baseline is none.</exception>
    public ExitCode Lint(TextWriter output, TextWriter errors)
    {
        using var files = Find(options, errors);
        if (options.Forecast is { } commits)
        {
            Forecast(files.Dockerfiles, commits, output);
            return ExitCode.Success;
        }

        var baseline = Known(options);
        var found = SideBySide(files.All, f => (File: f, Checked: Check(f, options, baseline)));
        Write(options, found, output);
        if (options.SarifFile is { } file)
        {
            using var sarif = new StringWriter();
            LintFormats.Sarif().Write([.. found.Select(f => f.Checked)], sarif);
            Write(file, () => File.WriteAllText(file, sarif.ToString()), "name a file in a folder that is there");
        }

        var fails = options.Format != LintFormat.Baseline
            && found.Any(f => Threshold.IsReached([f.Checked], options.FailOn ?? f.File.Threshold ?? Severity.Warning));
        return fails ? ExitCode.Failed : ExitCode.Success;
    }

    /// <summary>Mends the files of the application as far as safety can be shown.</summary>
    /// <param name="output">Receives the differences.</param>
    /// <param name="errors">Receives what was done and why.</param>
    /// <returns><see cref="ExitCode.WouldChange"/> when there is something to mend and nobody asked to write it.</returns>
    /// <exception cref="SlipwayException">A file can't be written.</exception>
    public ExitCode Optimize(TextWriter output, TextWriter errors)
    {
        using var files = Find(options, errors);
        var outcomes = SideBySide(files.All, f => f.Fix());
        if (options.Apply)
        {
            Apply(options, outcomes);
        }

        if (options.Format == LintFormat.Json)
        {
            output.WriteLine(OptimizeJson.Write(outcomes, options.Folder, options.Apply));
        }
        else
        {
            OptimizeText.Write(outcomes, options.Folder, options.Apply, output, errors);
        }

        return !options.Apply && outcomes.Any(o => o.Changes) ? ExitCode.WouldChange : ExitCode.Success;
    }

    /// <summary>Builds before and after the fixes on the engine.</summary>
    /// <param name="output">Receives what the builds took.</param>
    /// <param name="errors">Receives what could not be looked at.</param>
    /// <param name="cancellation">Ends the builds.</param>
    /// <returns>The exit code.</returns>
    /// <exception cref="SlipwayException">A build failed, or there is no engine.</exception>
    public async Task<ExitCode> VerifyAsync(TextWriter output, TextWriter errors, CancellationToken cancellation)
    {
        var verification = new BuildVerification(_commands, new StepTimesFile(options.Folder), TimeProvider.System);
        var builds = new List<(string File, IReadOnlyList<VerifiedBuild> Builds)>();
        using var files = Find(options, errors);
        foreach (var file in files.Dockerfiles.Where(f => f.Build.IsKnown))
        {
            if (file.Fix() is { Changes: true } outcome)
            {
                builds.Add((file.Source.Path, await verification.RunAsync(file, outcome, cancellation)));
            }
        }

        if (options.Format == LintFormat.Json)
        {
            await output.WriteLineAsync(VerificationJson.Write(builds));
        }
        else
        {
            builds.ForEach(b => VerificationText.Write(b.File, b.Builds, output));
            await errors.WriteLineAsync(
                builds.Count == 0 ? "Nothing to mend, so there is nothing to try." : "Nothing was written; --apply without --verify does that.");
        }

        return ExitCode.Success;
    }

    private void Forecast(IReadOnlyList<LintedDockerfile> files, int commits, TextWriter output)
    {
        var forecaster = new Forecaster(_history, new StepTimesFile(options.Folder).Read(), commits);
        List<FileForecast> forecasts = [.. files.Select(forecaster.Of).OfType<FileForecast>()];
        if (options.Format == LintFormat.Json)
        {
            output.WriteLine(ForecastJson.Write(forecasts));
        }
        else
        {
            ForecastText.Write(forecasts, output);
        }
    }

    private LintedFiles Find(LintOptions options, TextWriter errors)
    {
        var problems = new List<string>();
        var files = LintedFiles.Find(options, _commands, _history, problems);
        foreach (var problem in problems)
        {
            errors.WriteLine(problem);
        }

        return files;
    }

    private static CheckedFile Check(ILintedFile file, LintOptions options, Baseline? baseline)
    {
        var name = ShownPath.Of(Path.Combine(options.Start, file.Source.Path), options.Folder);
        var found = new CheckedFile(file.Source, file.Check()) { Name = name };
        return baseline is null || options.Format == LintFormat.Baseline ? found : baseline.Filter(found);
    }

    private static Baseline? Known(LintOptions options) =>
        // Whoever writes a new one into its usual place has emptied that already.
        options.Baseline is null || options.Format == LintFormat.Baseline ? null
        : Baseline.Read(File.ReadAllText(options.Baseline))
            ?? throw new SlipwayException(
                ExitCode.BadConfiguration, $"{options.Baseline}: this is no baseline", "write one: --target=Lint --format=baseline > FILE");

    private static void Write(LintOptions options, IReadOnlyList<(ILintedFile File, CheckedFile Checked)> found, TextWriter output)
    {
        var forPeople = options.Format is LintFormat.Text or LintFormat.GitHub;
        IReadOnlyList<CheckedFile> files = [.. found.Select(f => forPeople ? f.File.Synonyms.Merge(f.Checked) : f.Checked)];
        LintFormats.Writer(options.Format).Write(files, output);
        if (options.Format == LintFormat.Text && Environment.GetEnvironmentVariable("GITHUB_ACTIONS") == "true")
        {
            LintFormats.Writer(LintFormat.GitHub).Write(files, output);
        }
    }

    private static IEnumerable<(string Path, byte[] Content)> Contents(FixOutcome outcome) =>
        [(outcome.Before.Path, outcome.After.ToBytes()), .. outcome.Files.Select(f => (f.Path, Encoding.UTF8.GetBytes(f.Content)))];

    // What can't be written is noticed before anything is.
    private static void Apply(LintOptions options, IEnumerable<FixOutcome> outcomes)
    {
        var contents = outcomes.Where(o => o.Changes).SelectMany(Contents).ToList();
        var prepared = new List<AtomicFile>();
        try
        {
            foreach (var (path, content) in contents)
            {
                Write(
                    path, () => prepared.Add(AtomicFile.Prepare(Path.Combine(options.Start, path), content)),
                    "look who owns it and whether the disk is full; nothing was changed");
            }

            foreach (var (file, (path, _)) in prepared.Zip(contents))
            {
                Write(path, file.Replace, "look who owns it; the files before it were mended, it and those after it are as they were");
            }
        }
        finally
        {
            prepared.ForEach(f => f.Dispose());
        }
    }

    private static void Write(string file, Action write, string remedy)
    {
        try
        {
            write();
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new SlipwayException(ExitCode.Failed, $"{file} can't be written: {e.Message}", remedy, e);
        }
    }

    private static List<T> SideBySide<T>(IReadOnlyList<ILintedFile> files, Func<ILintedFile, T> look) =>
        files.Count == 1 ? [look(files[0])] : [.. files.AsParallel().AsOrdered().Select(look)];
}

using Slipway.Engine.Errors;
using Slipway.Findings;
using Slipway.Linting.Commands;
using Slipway.Linting.Options;

namespace Slipway.Options;

/// <summary>Turns the command line into what Lint and Optimize are asked.</summary>
internal static class LintOptionsReader
{
    private const int UsualCommits = 50;

    /// <summary>Reads the options.</summary>
    /// <exception cref="SlipwayException">A value is wrong.</exception>
    public static LintOptions Read(CommandLineOptions commandLine)
    {
        var folder = commandLine.Folder();
        var sarif = commandLine.Value("sarif");
        return new LintOptions
        {
            Folder = folder,
            Format = Choice(commandLine, "format", LintFormats.Parse, LintFormats.Names)
                ?? (commandLine.Json ? LintFormat.Json : sarif == "true" ? LintFormat.Sarif : LintFormat.Text),
            SarifFile = sarif is null or "true" ? null : sarif,
            FailOn = Choice(commandLine, "fail-on", SeverityName.Parse, "off, style, info, warning, error"),
            Baseline = BaselineFile(folder, commandLine.Value("baseline")),
            ShellCheck = !commandLine.IsSet("no-shellcheck"),
            Engine = !commandLine.IsSet("no-engine"),
            Apply = commandLine.IsSet("apply"),
            Forecast = Choice(commandLine, "forecast", Commits, "a number of commits from 1 to 1000"),
            Verify = commandLine.IsSet("verify"),
        };
    }

    private static int? Commits(string text) =>
        text == "true" ? UsualCommits : int.TryParse(text, out var commits) && commits is >= 1 and <= 1000 ? commits : null;

    private static string? BaselineFile(string folder, string? named) =>
        named is null ? Path.Combine(folder, LintOptions.BaselineName) is var usual && File.Exists(usual) ? usual : null
        : File.Exists(named) ? Path.GetFullPath(named)
        : throw new SlipwayException(
            ExitCode.BadConfiguration, $"--baseline: there is no file {named}", "write one: --target=Lint --format=baseline > " + named);

    private static T? Choice<T>(CommandLineOptions commandLine, string option, Func<string, T?> parse, string names)
        where T : struct =>
        commandLine.Value(option) is not { } text ? null
        : parse(text) ?? throw new SlipwayException(ExitCode.BadConfiguration, $"--{option} can't be \"{text}\"", "known: " + names);
}

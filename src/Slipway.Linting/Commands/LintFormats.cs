using System.Reflection;
using Slipway.Findings.Output;
using Slipway.Linting.Options;

namespace Slipway.Linting.Commands;

/// <summary>The formats by their names.</summary>
internal static class LintFormats
{
    /// <summary>All of them, as a person is told what there is to choose from.</summary>
    public const string Names = "text, json, sarif, github, baseline";

    /// <summary>The format of a name, or null.</summary>
    public static LintFormat? Parse(string name) => name.ToLowerInvariant() switch
    {
        "text" => LintFormat.Text,
        "json" => LintFormat.Json,
        "sarif" => LintFormat.Sarif,
        "github" => LintFormat.GitHub,
        "baseline" => LintFormat.Baseline,
        _ => null,
    };

    /// <summary>What writes a format.</summary>
    public static IFindingWriter Writer(LintFormat format) => format switch
    {
        LintFormat.Json => new JsonFindingWriter(),
        LintFormat.Sarif => Sarif(),
        LintFormat.GitHub => new GitHubWriter(),
        LintFormat.Baseline => new BaselineWriter(),
        _ => new PeopleWriter(),
    };

    /// <summary>Writes SARIF.</summary>
    public static SarifWriter Sarif() =>
        new("slipway", typeof(LintFormats).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion.Split('+')[0] ?? "0");
}

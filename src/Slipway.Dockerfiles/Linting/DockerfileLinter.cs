using Slipway.Dockerfiles.Contexts;
using Slipway.Dockerfiles.Rules;
using Slipway.Dockerfiles.Rules.Form;
using Slipway.Dockerfiles.Silencing;
using Slipway.Dockerfiles.Syntax;
using Slipway.Findings;
using Slipway.Findings.Fixing;
using Slipway.Findings.Sources;

namespace Slipway.Dockerfiles.Linting;

/// <summary>Looks at Dockerfiles with all rules.</summary>
/// <param name="settings">What the user asks for.</param>
public sealed class DockerfileLinter(LintSettings settings)
{
    private const string Refused = "SLD001";

    /// <summary>All rules, in the order of their codes.</summary>
    public static IReadOnlyList<RuleInfo> Rules { get; } = [.. RuleList.All.Select(r => r.Info).OrderBy(i => i.Code, StringComparer.Ordinal)];

    /// <summary>Rules that look for the same; whoever knows one of the linters finds the code that they know.</summary>
    public static Synonyms Synonyms { get; } = new(
    [
        ["SLD110", "DL3006", "DL3007"], ["SLD206", "DL3057"], ["SLD207", "DL3025", "JSONArgsRecommended"], ["SLD208", "DL3002"],
        ["DL3000", "WorkdirRelativePath"], ["DL3024", "DuplicateStageName"], ["DL3029", "FromPlatformFlagConstDisallowed"], ["DL3063", "ReservedStageName"],
        ["DL3064", "SecretsUsedInArgOrEnv"], ["DL3065", "RedundantTargetPlatform"], ["DL3012", "DL4003", "DL4004", "MultipleInstructionsDisallowed"],
        ["DL4000", "MaintainerDeprecated"],
    ]);

    /// <summary>Looks at a file.</summary>
    /// <param name="source">The file.</param>
    /// <param name="build">What is known of the folder that it is built in.</param>
    /// <param name="others">What other programs have found, such as shellcheck; comments in the file silence it too.</param>
    /// <returns>What was found.</returns>
    public DockerfileReport Lint(SourceText source, BuildContext build, IReadOnlyList<Finding>? others = null)
    {
        var file = Dockerfile.Parse(source);
        var context = new LintContext(file, settings, build);
        var pragmas = new Pragmas(file, context.Stages, settings.IgnoresPragmas, build.CheckArgument);
        var (findings, outweighed) = (new List<Finding>(), new List<OutweighedFinding>());
        var silenced = new List<Finding>();
        var isForeign = OtherFrontend.Of(file) is not null;
        foreach (var rule in RuleList.All.Where(r => !isForeign || r is OtherFrontend))
        {
            var severity = pragmas.Severity(rule.Info, settings.Severities.GetValueOrDefault(rule.Info.Code, rule.Info.Severity));
            var isIgnored = settings.Ignored.Contains(rule.Info.Code);
            if (severity == Severity.Off || (isIgnored && !IsSaidByOurs(rule.Info.Code)))
            {
                continue;
            }

            foreach (var finding in rule.Check(context).Select(f => f with { Severity = severity }))
            {
                if (isIgnored || pragmas.Silence(finding))
                {
                    silenced.Add(finding);
                }
                else if (rule.Outweighs(context, finding) is { } why)
                {
                    outweighed.Add(new(finding, why));
                }
                else
                {
                    findings.Add(finding);
                }
            }
        }

        // Who has silenced a rule of another linter doesn't want to hear the same from one of ours.
        findings.RemoveAll(f => IsOurs(f.Rule.Code) && silenced.Exists(s => Synonyms.AreSame(f, s)));
        findings.AddRange((isForeign ? [] : others ?? []).Where(f => !pragmas.Silence(f)));
        // What the engine refuses may mean anything, and so may what stands around it.
        if (findings.Find(f => f.Rule.Code == Refused) is { } broken)
        {
            var refusal = Slipway.Findings.Fixes.Fix.Refused($"the engine refuses line {broken.Start.Line}: mend that first");
            findings = [.. findings.Select(f => f.Fix.IsRefused ? f : f with { Fix = refusal })];
        }

        return new(file, [.. findings.OrderBy(f => f.Span.Start).ThenBy(f => f.Rule.Code, StringComparer.Ordinal)], outweighed);
    }

    private static bool IsOurs(string code) => code.StartsWith("SLD", StringComparison.Ordinal);

    private static bool IsSaidByOurs(string code) => !IsOurs(code) && Synonyms.Of(code).Any(IsOurs);

    /// <summary>Mends a file as far as safety can be shown.</summary>
    /// <param name="source">The file.</param>
    /// <param name="build">What is known of the folder that it is built in.</param>
    /// <returns>What came of it. Nothing is written.</returns>
    public FixOutcome Fix(SourceText source, BuildContext build) => new Fixer(s => Lint(s, build).Findings).Run(source);
}

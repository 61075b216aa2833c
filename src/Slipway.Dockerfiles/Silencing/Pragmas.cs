using Slipway.Dockerfiles.Stages;
using Slipway.Dockerfiles.Syntax;
using Slipway.Findings;

namespace Slipway.Dockerfiles.Silencing;

/// <summary>
/// Comments that silence rules: <c># hadolint ignore=</c> for the next instruction, <c># hadolint stage ignore=</c> above a FROM,
/// <c># hadolint global ignore=</c>, all of them with <c>slipway</c> instead of <c>hadolint</c> too, and <c># check=skip=</c>.
/// </summary>
internal sealed class Pragmas
{
    // With another letter in the list hadolint takes none of it for a comment of its own (Hadolint.Pragma).
    private const string HadolintsLetters = "DLSC0123456789";

    private readonly List<(int From, int To, HashSet<string> Codes)> _places = [];
    private readonly List<(int From, int To, CheckDirective Check)> _checks = [];
    private readonly HashSet<string> _everywhere = new(StringComparer.Ordinal);
    private readonly CheckDirective _check;

    public Pragmas(Dockerfile file, IReadOnlyList<Stage> stages, bool areIgnored, string? checkArgument = null)
    {
        _check = CheckDirective.Of(file, checkArgument);
        foreach (var instruction in file.Instructions)
        {
            if (CheckDirective.Above(instruction.Comments) is { } check)
            {
                _checks.Add((instruction.Lines.Start, instruction.Lines.End, check));
            }
        }

        if (areIgnored)
        {
            return;
        }

        foreach (var comment in file.Comments)
        {
            _everywhere.UnionWith(Codes(comment, "global ignore"));
        }

        foreach (var instruction in file.Instructions)
        {
            AddPlace(instruction.Comments, "ignore", instruction.Lines.Start, instruction.Lines.End);
        }

        foreach (var stage in stages)
        {
            AddPlace(
                stage.From.Comments, "stage ignore", stage.From.Lines.Start,
                stage.Steps.Count > 0 ? stage.Steps[^1].Instruction.Lines.End : stage.From.Lines.End);
        }
    }

    /// <summary>Whether the comment silences a rule for the next instruction.</summary>
    public static bool IsInline(Comment comment) => Codes(comment, "ignore").Count > 0;

    public bool Silence(Finding finding) =>
        _everywhere.Contains(finding.Rule.Code)
        || _check.Skips(finding.Rule.Code)
        || _checks.Exists(c => c.From <= finding.Span.Start && finding.Span.Start < c.To && c.Check.Skips(finding.Rule.Code))
        || _places.Any(p => p.From <= finding.Span.Start && finding.Span.Start < p.To && p.Codes.Contains(finding.Rule.Code));

    /// <summary>The severity that the file itself asks for.</summary>
    public Severity Severity(RuleInfo rule, Severity severity) => _check.Severity(rule.Code, severity);

    private void AddPlace(IReadOnlyList<Comment> comments, string kind, int from, int to)
    {
        var codes = comments.SelectMany(c => Codes(c, kind)).ToHashSet(StringComparer.Ordinal);
        if (codes.Count > 0)
        {
            _places.Add((from, to, codes));
        }
    }

    private static HashSet<string> Codes(Comment comment, string kind)
    {
        var codes = new HashSet<string>(StringComparer.Ordinal);
        var text = comment.Text;
        var tool = text.StartsWith("hadolint ", StringComparison.Ordinal) ? "hadolint" : "slipway";
        if (!text.StartsWith(tool + " ", StringComparison.Ordinal))
        {
            return codes;
        }

        var rest = text[tool.Length..].TrimStart();
        if (!rest.StartsWith(kind, StringComparison.Ordinal) || rest[kind.Length..].TrimStart() is not ['=', .. var list])
        {
            return codes;
        }

        // What follows a further # says why.
        var named = list.Split('#')[0].Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        if (tool == "slipway" || Array.TrueForAll(named, n => n.All(HadolintsLetters.Contains)))
        {
            codes.UnionWith(named);
        }

        return codes;
    }
}

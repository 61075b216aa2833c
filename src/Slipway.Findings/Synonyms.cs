using Slipway.Findings.Output;
using Slipway.Findings.Sources;

namespace Slipway.Findings;

/// <summary>Rules of several linters that look for the same: of their findings in one place, a person needs to read one.</summary>
/// <param name="groups">Codes that mean the same, no code in two groups; the first of a group that is found speaks for all.</param>
public sealed class Synonyms(IReadOnlyList<IReadOnlyList<string>> groups)
{
    private readonly Dictionary<string, (int Group, int Rank)> _places =
        groups.SelectMany((group, number) => group.Select((code, rank) => (code, number, rank))).ToDictionary(c => c.code, c => (c.number, c.rank), StringComparer.Ordinal);

    /// <summary>Puts findings that say the same of one place together.</summary>
    /// <param name="file">A file that was looked at.</param>
    /// <returns>The file with fewer findings, each with the codes of those that it stands for. It is as severe as the worst of them.</returns>
    public CheckedFile Merge(CheckedFile file)
    {
        var merged = file.Findings.Where(f => !_places.ContainsKey(f.Rule.Code)).ToList();
        foreach (var group in file.Findings.Where(f => _places.ContainsKey(f.Rule.Code)).GroupBy(f => _places[f.Rule.Code].Group))
        {
            var speakers = new List<Finding>();
            foreach (var finding in group.OrderBy(f => _places[f.Rule.Code].Rank))
            {
                var speaker = speakers.FindIndex(s => AreSame(s, finding));
                if (speaker < 0) speakers.Add(finding);
                else speakers[speaker] = Joined(speakers[speaker], finding);
            }

            merged.AddRange(speakers);
        }

        return file with { Findings = [.. merged.OrderBy(f => f.Span.Start).ThenBy(f => f.Rule.Code, StringComparer.Ordinal)] };
    }

    // Two findings of one rule are two, wherever they are.
    private static bool AreSame(Finding one, Finding other) =>
        one.Rule.Code != other.Rule.Code && !one.Aliases.Contains(other.Rule.Code) && Touch(one.Span, other.Span);

    private static Finding Joined(Finding speaker, Finding other) => speaker with
    {
        Aliases = [.. speaker.Aliases, other.Rule.Code],
        Severity = speaker.Severity > other.Severity ? speaker.Severity : other.Severity,
        Fix = speaker.Fix.IsRefused ? other.Fix : speaker.Fix,
    };

    private static bool Touch(TextSpan one, TextSpan other) => one.Start <= other.End && other.Start <= one.End;
}

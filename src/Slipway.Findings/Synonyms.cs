using Slipway.Findings.Sources;

namespace Slipway.Findings;

/// <summary>Rules of several linters that look for the same: of their findings in one place, a person needs to read one.</summary>
/// <param name="groups">Codes that mean the same, no code in two groups; the first of a group that is found speaks for all.</param>
public sealed class Synonyms(IReadOnlyList<IReadOnlyList<string>> groups)
{
    private readonly Dictionary<string, (int Group, int Rank)> _places =
        groups.SelectMany((g, n) => g.Select((c, r) => (Code: c, Place: (n, r)))).ToDictionary(c => c.Code, c => c.Place, StringComparer.Ordinal);

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
                if (speaker < 0)
                {
                    speakers.Add(finding);
                }
                else
                {
                    speakers[speaker] = Joined(speakers[speaker], finding);
                }
            }

            merged.AddRange(speakers);
        }

        return file with { Findings = [.. merged.OrderBy(f => f.Span.Start).ThenBy(f => f.Rule.Code, StringComparer.Ordinal)] };
    }

    /// <summary>The codes that mean the same as one.</summary>
    /// <returns>The others of its group; none for a code without a group.</returns>
    public IEnumerable<string> Of(string code) => _places.TryGetValue(code, out var place) ? groups[place.Group].Where(c => c != code) : [];

    /// <summary>Whether two findings say the same of one place.</summary>
    /// <param name="one">A finding.</param>
    /// <param name="other">Another one of the same file.</param>
    /// <returns>True if so. Two findings of one rule are two, wherever they are.</returns>
    public bool AreSame(Finding one, Finding other) =>
        Of(one.Rule.Code).Contains(other.Rule.Code) && !one.Aliases.Contains(other.Rule.Code) && Touch(one.Span, other.Span);

    private static Finding Joined(Finding speaker, Finding other) => speaker with
    {
        Aliases = [.. speaker.Aliases, other.Rule.Code],
        Severity = speaker.Severity > other.Severity ? speaker.Severity : other.Severity,
        Fix = speaker.Fix.IsRefused ? other.Fix : speaker.Fix,
    };

    private static bool Touch(TextSpan one, TextSpan other) => one.Start <= other.End && other.Start <= one.End;
}

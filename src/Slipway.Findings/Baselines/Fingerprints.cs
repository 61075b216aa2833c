using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Slipway.Findings.Sources;

namespace Slipway.Findings.Baselines;

/// <summary>
/// Tells findings again after the file has changed elsewhere: a fingerprint is made of the rule, the file and the words of
/// the lines concerned, not of their numbers. Findings that are alike are told apart by their order.
/// </summary>
public static class Fingerprints
{
    /// <summary>Computes the fingerprints of a file's findings.</summary>
    /// <returns>Each finding with 16 hexadecimal digits, in the order of the findings.</returns>
    public static IEnumerable<(Finding Finding, string Fingerprint)> Of(CheckedFile file)
    {
        var counts = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var finding in file.Findings)
        {
            var text = $"{finding.Rule.Code}\n{file.Name}\n{Words(file.Source, finding)}";
            counts[text] = counts.GetValueOrDefault(text) + 1;
            yield return (finding, Hash(string.Create(CultureInfo.InvariantCulture, $"{text}\n{counts[text]}")));
        }
    }

    private static string Hash(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)))[..16];

    private static string Words(SourceText source, Finding finding) =>
        string.Join('\n', Enumerable.Range(finding.Start.Line, finding.End.Line - finding.Start.Line + 1)
            .Where(l => l <= source.LineCount)
            .Select(l => string.Join(' ', source.Line(l).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))));
}

using System.Text.Json;
using Slipway.Findings.Json;

namespace Slipway.Findings.Baselines;

/// <summary>The findings that an old repository has put up with so far, so that only new ones are reported.</summary>
public sealed class Baseline
{
    private readonly HashSet<string> _known;

    private Baseline(HashSet<string> known) => _known = known;

    /// <summary>How many findings it knows.</summary>
    public int Count => _known.Count;

    /// <summary>A baseline of everything that is found now.</summary>
    /// <param name="files">The files that were looked at.</param>
    /// <returns>The text of the baseline file.</returns>
    public static string Write(IReadOnlyList<CheckedFile> files) => JsonText.Write(json =>
    {
        json.WriteNumber("version", 1);
        json.Objects("findings", files.SelectMany(f => Fingerprints.Of(f).Select(p => (f.Name, p.Finding, p.Fingerprint))), known =>
        {
            json.WriteString("fingerprint", known.Fingerprint);
            json.WriteString("rule", known.Finding.Rule.Code);
            json.WriteString("file", known.Name);
            json.WriteString("message", known.Finding.Message);
        });
    }) + "\n";

    /// <summary>Reads a baseline file.</summary>
    /// <returns>The baseline, or null when the text is none.</returns>
    public static Baseline? Read(string text)
    {
        try
        {
            using var document = JsonDocument.Parse(text);
            return new([.. document.RootElement.GetProperty("findings").EnumerateArray().Select(f => f.GetProperty("fingerprint").GetString()!)]);
        }
        catch (Exception e) when (e is JsonException or KeyNotFoundException or InvalidOperationException)
        {
            return null;
        }
    }

    /// <summary>Leaves out what the baseline knows.</summary>
    /// <param name="file">A file that was looked at.</param>
    /// <returns>The file with its new findings only.</returns>
    public CheckedFile Filter(CheckedFile file) =>
        file with { Findings = [.. Fingerprints.Of(file).Where(f => !_known.Contains(f.Fingerprint)).Select(f => f.Finding)] };
}

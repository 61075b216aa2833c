using System.Globalization;

namespace Slipway.Findings.Output;

/// <summary>Writes findings as the workflow commands that GitHub Actions turns into annotations of a change.</summary>
public sealed class GitHubWriter : IFindingWriter
{
    /// <inheritdoc/>
    public void Write(IReadOnlyList<CheckedFile> files, TextWriter output)
    {
        foreach (var finding in files.SelectMany(f => f.Findings))
        {
            var level = finding.Severity switch { Severity.Error => "error", Severity.Warning => "warning", _ => "notice" };
            // Columns are only taken for a range within one line.
            var columns = finding.Start.Line == finding.End.Line
                ? string.Create(CultureInfo.InvariantCulture, $",col={finding.Start.Column},endColumn={finding.End.Column}")
                : string.Empty;
            var lines = string.Create(CultureInfo.InvariantCulture, $"line={finding.Start.Line},endLine={finding.End.Line}");
            var (file, title) = (Property(finding.File), Property(finding.Rule.Code));
            output.WriteLine($"::{level} file={file},{lines}{columns},title={title}::{Data(finding.Message + ". " + finding.Why)}");
        }
    }

    private static string Data(string text) => text
        .Replace("%", "%25", StringComparison.Ordinal)
        .Replace("\r", "%0D", StringComparison.Ordinal)
        .Replace("\n", "%0A", StringComparison.Ordinal);

    private static string Property(string text) => Data(text).Replace(":", "%3A", StringComparison.Ordinal).Replace(",", "%2C", StringComparison.Ordinal);
}

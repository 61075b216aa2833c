using System.Globalization;
using Slipway.Findings.Sources;

namespace Slipway.Findings.Output;

/// <summary>Writes findings for people: where, the lines concerned, why it matters and what the fix is.</summary>
public sealed class PeopleWriter : IFindingWriter
{
    /// <summary>Of a finding that spans more lines, only these are shown.</summary>
    private const int MostLines = 3;

    /// <summary>Of a line that is longer, only what is around the finding is shown.</summary>
    private const int LongestLine = 240;

    /// <inheritdoc/>
    public void Write(IReadOnlyList<CheckedFile> files, TextWriter output)
    {
        foreach (var file in files)
        {
            foreach (var finding in file.Findings)
            {
                Write(file.Source, finding, output);
            }
        }

        var counts = files.SelectMany(f => f.Findings).GroupBy(f => f.Severity).OrderByDescending(g => g.Key)
            .Select(g => $"{g.Count()} {SeverityName.Of(g.Key)}").ToList();
        output.WriteLine(counts.Count == 0 ? $"{Files(files.Count)}, nothing found." : $"{Files(files.Count)}: {string.Join(", ", counts)}.");
    }

    private static void Write(SourceText source, Finding finding, TextWriter output)
    {
        output.WriteLine(finding.ToString());
        var last = Math.Min(finding.End.Line, finding.Start.Line + MostLines - 1);
        for (var line = finding.Start.Line; line <= Math.Min(last, source.LineCount); line++)
        {
            WriteLine(source, finding, line, output);
        }

        if (finding.Why.Length > 0)
        {
            output.WriteLine($"  why: {finding.Why}");
        }

        if (finding.Fix.Reason.Length > 0)
        {
            output.WriteLine($"  {(finding.Fix.IsRefused ? "no fix" : "fix")}: {finding.Fix.Reason}");
        }

        output.WriteLine();
    }

    private static void WriteLine(SourceText source, Finding finding, int line, TextWriter output)
    {
        var text = source.Line(line).Replace('\t', ' ');
        var from = line == finding.Start.Line ? finding.Start.Column - 1 : text.Length - text.TrimStart().Length;
        var to = line == finding.End.Line ? Math.Min(finding.End.Column - 1, text.Length) : text.Length;
        if (text.Length > LongestLine)
        {
            var cut = Math.Clamp(from - (LongestLine / 4), 0, text.Length - LongestLine);
            (text, from, to) = (text.Substring(cut, LongestLine), from - cut, Math.Min(to - cut, LongestLine));
        }

        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{line,6} | {text}"));
        output.WriteLine($"       | {new string(' ', from)}{new string('^', Math.Max(1, to - from))}");
    }

    private static string Files(int count) => count == 1 ? "1 file" : $"{count} files";
}

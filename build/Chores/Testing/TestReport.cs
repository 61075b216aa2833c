using System.Globalization;
using System.Xml;
using System.Xml.Linq;

namespace Build.Chores.Testing;

/// <summary>Reads the XML report that xunit's runner writes (schema v2: assemblies/assembly with totals as attributes).</summary>
internal static class TestReport
{
    /// <summary>Reads a report, which a program that crashed has not written, or not to its end.</summary>
    /// <param name="file">The report's path.</param>
    /// <param name="name">The test program's name.</param>
    /// <param name="exitCode">How the program ended: 0 is good, 1 is failed tests.</param>
    /// <param name="took">How long it took.</param>
    /// <returns>The outcome; a program that failed without failed tests counts as one failed test.</returns>
    public static TestOutcome Read(string file, string name, int exitCode, TimeSpan took)
    {
        try
        {
            var assemblies = XDocument.Load(file).Descendants("assembly").ToList();
            var (passed, failed, skipped) = (Sum("passed"), Sum("failed") + Sum("errors"), Sum("skipped"));
            return failed == 0 && (exitCode != 0 || passed + skipped == 0)
                ? new TestOutcome(name, passed, 1, skipped, took, exitCode != 0 ? $"exit code {exitCode} without a failed test" : "has no test")
                : new TestOutcome(name, passed, failed, skipped, took);

            int Sum(string attribute) => assemblies.Sum(a => int.Parse(a.Attribute(attribute)?.Value ?? "0", CultureInfo.InvariantCulture));
        }
        catch (Exception e) when (e is IOException or XmlException or FormatException)
        {
            return new TestOutcome(name, 0, 1, 0, took, $"ended with exit code {exitCode} and left no report: {e.Message}");
        }
    }
}

using System.Globalization;
using System.Text;

namespace Build.Chores.Testing;

/// <summary>The outcomes as a table for a person.</summary>
internal static class TestTable
{
    /// <summary>Writes the table.</summary>
    /// <param name="outcomes">The outcomes, in the order of the rows.</param>
    /// <returns>The table, without a line end at its end.</returns>
    public static string Of(IReadOnlyList<TestOutcome> outcomes)
    {
        var width = outcomes.Select(o => o.Name.Length).Append("tests".Length).Max();
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"{"tests".PadRight(width)}  {"passed",7} {"failed",7} {"skipped",8} {"seconds",8}");
        foreach (var outcome in outcomes)
        {
            text.Append('\n').Append(
                CultureInfo.InvariantCulture,
                $"{outcome.Name.PadRight(width)}  {outcome.Passed,7} {outcome.Failed,7} {outcome.Skipped,8} {outcome.Took.TotalSeconds,8:0.0}");
            if (outcome.Trouble is { } trouble)
            {
                text.Append("  ").Append(trouble);
            }
        }

        return text.ToString();
    }
}

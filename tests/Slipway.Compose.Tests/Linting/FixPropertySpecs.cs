using System.Text.RegularExpressions;
using CsCheck;
using Slipway.Compose.Linting;
using Slipway.Compose.Surroundings;
using Slipway.Compose.Tests.Editing;
using Slipway.Findings.Sources;

namespace Slipway.Compose.Tests.Linting;

/// <summary>Mends generated files with all rules at once.</summary>
public sealed partial class FixPropertySpecs
{
    private const int Documents = 10_000;
    private static readonly string[] Intended = ["healthcheck", "restart", "stop_grace_period", "command", "depends_on"];
    private static readonly string[] Migrates = ["a", "b"];

    private static readonly ComposeSurroundings Around = Lints.With(new() { HasHealthCheck = false, ExposedPorts = [8000], HasProgram = program => program == "bash" }) with
    {
        Drains = Enumerable.Range(0, 5).ToDictionary(index => $"s{index}", _ => TimeSpan.FromSeconds(30)),
        SplitStart = words => words.SequenceEqual(Migrates) ? new MigrationSplit("a", ["migrate"], ["start"]) : null,
    };

    private int _changed;

    [Fact]
    public void All_fixes_together_change_what_they_are_meant_to_and_a_second_run_changes_nothing()
    {
        Gen.Int.Sample(Check, iter: Documents);

        _changed.ShouldBeGreaterThan(Documents / 2);
    }

    private void Check(int seed)
    {
        var source = SourceText.From("compose.yaml", new DocumentMaker(new Random(seed)).Make());
        var linter = new ComposeLinter(Around);

        var outcome = linter.Fix(source);

        var context = $"{source.Text}\n----\n{outcome.After.Text}";
        outcome.Converged.ShouldBeTrue(context);
        if (!outcome.Changes)
        {
            return;
        }

        Interlocked.Increment(ref _changed);
        linter.Fix(outcome.After).Changes.ShouldBeFalse(context);
        Others(outcome.After.Text).ShouldBe(Others(source.Text), context);
        Comments(source.Text).Except(Comments(outcome.After.Text)).ShouldBeEmpty(context);
        BrokenLines(source.Text).ShouldBe(BrokenLines(outcome.After.Text), context);
    }

    private static bool IsJob(string service) => service.EndsWith("migrate", StringComparison.Ordinal);

    /// <summary>All that no rule is there to change; fragments are what services make of them.</summary>
    private static string Others(string text)
    {
        var root = PlainYaml.Read(text);
        foreach (var fragment in (string[])["x-0", "x-1", "x-2", "x-3"])
        {
            root = PlainYaml.With(root, [fragment], null);
        }

        if (PlainYaml.At(root, ["services"]) is not SortedDictionary<string, object?> services)
        {
            return PlainYaml.Show(root);
        }

        foreach (var job in services.Keys.Where(IsJob).ToList())
        {
            root = PlainYaml.With(root, ["services", job], null);
        }

        foreach (var (service, _) in services.Where(service => !IsJob(service.Key) && service.Value is SortedDictionary<string, object?>))
        {
            foreach (var key in Intended)
            {
                root = PlainYaml.With(root, ["services", service, key], null);
            }
        }

        // A service that had nothing is one with nothing but what was added.
        return PlainYaml.Show(root).Replace("null", "{}", StringComparison.Ordinal);
    }

    private static IEnumerable<string> Comments(string text) => Numbered().Matches(text).Select(match => match.Value);

    /// <summary>Whether both kinds of line ends are there.</summary>
    private static bool BrokenLines(string text) => text.Contains("\r\n", StringComparison.Ordinal) && text.Replace("\r\n", "", StringComparison.Ordinal).Contains('\n', StringComparison.Ordinal);

    [GeneratedRegex(@"# comment \d+")]
    private static partial Regex Numbered();
}

using System.Globalization;

namespace Build.Chores.Testing;

/// <summary>Collects the outcomes of test programs that run side by side.</summary>
public sealed class TestResults
{
    private readonly Lock _gate = new();
    private readonly List<TestOutcome> _outcomes = [];

    /// <summary>Whether tests were asked for, so that their total is the last word of the run.</summary>
    public bool Wanted { get; set; }

    /// <summary>The outcomes so far, by name.</summary>
    public IReadOnlyList<TestOutcome> Outcomes
    {
        get
        {
            lock (_gate)
            {
                return [.. _outcomes.OrderBy(o => o.Name, StringComparer.Ordinal)];
            }
        }
    }

    /// <summary>The total in the form that a continuous integration looks for.</summary>
    public string Total => string.Create(CultureInfo.InvariantCulture, $"{Outcomes.Sum(o => o.Passed)} passed, {Outcomes.Sum(o => o.Failed)} failed");

    /// <summary>Adds an outcome.</summary>
    public void Add(TestOutcome outcome)
    {
        lock (_gate)
        {
            _outcomes.Add(outcome);
        }
    }
}

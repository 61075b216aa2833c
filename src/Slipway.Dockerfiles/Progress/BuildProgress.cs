using System.Globalization;

namespace Slipway.Dockerfiles.Progress;

/// <summary>Reads what a build prints with <c>--progress=plain</c>, which is also what compose and docker print where there is no terminal.</summary>
public sealed class BuildProgress
{
    private readonly Lock _gate = new();
    private readonly Dictionary<int, (string Label, int Index, string Text)> _open = [];
    private readonly List<BuildStep> _steps = [];

    /// <summary>The steps that have ended, in that order; those of BuildKit's own and the FROMs left out.</summary>
    public IReadOnlyList<BuildStep> Steps => _steps;

    /// <summary>Reads a line. Lines of several streams may come side by side.</summary>
    /// <param name="line">The line, of whatever program.</param>
    public void Read(string line)
    {
        lock (_gate)
        {
            ReadNext(line);
        }
    }

    private void ReadNext(string line)
    {
        if (line is not ['#', ..]
            || line.IndexOf(' ', StringComparison.Ordinal) is not (> 1 and var blank)
            || !int.TryParse(line.AsSpan(1, blank - 1), NumberStyles.None, CultureInfo.InvariantCulture, out var vertex))
        {
            return;
        }

        var rest = line[(blank + 1)..];
        if (Step(rest) is { } step)
        {
            _open[vertex] = step;
        }
        else if (rest == "CACHED")
        {
            End(vertex, isCached: true, 0);
        }
        else if (rest.StartsWith("DONE ", StringComparison.Ordinal) && double.TryParse(rest[5..].TrimEnd('s'), CultureInfo.InvariantCulture, out var seconds))
        {
            End(vertex, isCached: false, seconds);
        }
    }

    /// <summary>What the cache was worth, for a person.</summary>
    /// <returns>One line, or null when nothing was built.</returns>
    public string? Summary()
    {
        if (_steps.Count == 0)
        {
            return null;
        }

        var cached = _steps.Count(s => s.IsCached);
        var slowest = _steps.Where(s => s.Seconds >= 1).MaxBy(s => s.Seconds);
        var worst = slowest is null ? string.Empty : string.Create(CultureInfo.InvariantCulture, $"; {Short(slowest.Text)} took {slowest.Seconds:0.0} s");
        return $"{cached} of {_steps.Count} build steps cached{worst}";
    }

    private static string Short(string text)
    {
        var plain = string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        return plain.Length <= 60 ? plain : plain[..57] + "...";
    }

    private void End(int vertex, bool isCached, double seconds)
    {
        if (!_open.Remove(vertex, out var step) || step.Text.StartsWith("FROM ", StringComparison.Ordinal))
        {
            return;
        }

        // What several stages need, BuildKit may look up more than once.
        var known = _steps.FindIndex(s => s.Label == step.Label && s.Index == step.Index && s.Text == step.Text);
        var ended = new BuildStep(step.Label, step.Index, step.Text, isCached, seconds);
        if (known < 0)
        {
            _steps.Add(ended);
        }
        else if (!isCached)
        {
            _steps[known] = ended;
        }
    }

    /// <summary><c>[stage 2/5] RUN x</c></summary>
    private static (string Label, int Index, string Text)? Step(string rest)
    {
        var end = rest is ['[', ..] ? rest.IndexOf("] ", StringComparison.Ordinal) : -1;
        if (end < 0)
        {
            return null;
        }

        var words = rest[1..end].Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return words is [.. var label, var number] && number.Split('/') is [var index, var total]
            && int.TryParse(index, NumberStyles.None, CultureInfo.InvariantCulture, out var i)
            && int.TryParse(total, NumberStyles.None, CultureInfo.InvariantCulture, out _)
            ? (string.Join(' ', label), i, rest[(end + 2)..])
            : null;
    }
}

using Slipway.Dockerfiles.Shell;

namespace Slipway.Dockerfiles.StartUp;

/// <summary>What the targets of a Makefile run.</summary>
internal static class Makefile
{
    /// <summary>The shell text that a call of make runs, that of what its targets need before it.</summary>
    public static string? Of(ShellCommand command, string text)
    {
        var rules = Rules(text);
        var targets = command.Operands("-C", "-f", "-j").Select(o => o.Text).Where(o => !o.Contains('=', StringComparison.Ordinal)).ToList();
        var lines = new List<string>();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var target in targets.Count > 0 ? targets : [.. rules.Select(r => r.Target).Where(t => !t.StartsWith('.')).Take(1)])
        {
            Add(target, rules, seen, lines);
        }

        return lines.Count == 0 ? null : string.Join('\n', lines);
    }

    private static void Add(string target, List<(string Target, string[] Needs, List<string> Lines)> rules, HashSet<string> seen, List<string> lines)
    {
        if (!seen.Add(target))
        {
            return;
        }

        foreach (var rule in rules.Where(r => r.Target == target))
        {
            foreach (var need in rule.Needs)
            {
                Add(need, rules, seen, lines);
            }

            lines.AddRange(rule.Lines);
        }
    }

    private static List<(string Target, string[] Needs, List<string> Lines)> Rules(string text)
    {
        var rules = new List<(string Target, string[] Needs, List<string> Lines)>();
        var lines = new List<string>();
        foreach (var line in text.ReplaceLineEndings("\n").Replace("\\\n", " ", StringComparison.Ordinal).Split('\n'))
        {
            if (line.StartsWith('\t'))
            {
                lines.Add(line.Trim().TrimStart('@', '-', '+')
                    .Replace("$(MAKE)", "make", StringComparison.Ordinal).Replace("${MAKE}", "make", StringComparison.Ordinal));
            }
            else if (line.Split('#')[0] is var rule && rule.IndexOf(':', StringComparison.Ordinal) is > 0 and var colon
                && !rule[colon..].StartsWith(":=", StringComparison.Ordinal)
                && !rule[..colon].Contains('=', StringComparison.Ordinal))
            {
                lines = [];
                var needs = rule[(colon + 1)..].Split([' ', '|', ':'], StringSplitOptions.RemoveEmptyEntries);
                rules.AddRange(rule[..colon].Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(t => (t, needs, lines)));
            }
        }

        return rules;
    }
}

using System.Collections.Immutable;
using System.Globalization;
using Slipway.Compose.Drafts;

namespace Slipway.Linting.Init;

/// <summary>Shows a person what was understood of an application.</summary>
internal static class InitTable
{
    private const int Widest = 120;
    private const int NarrowestText = 40;

    /// <summary>Writes a line for each service, and what would make the guesses surer.</summary>
    public static void Write(SettingsDraft draft, TextWriter output)
    {
        Write([("SERVICE", "ROLE", "STRATEGY", "EVIDENCE"), .. draft.Services.Select(g => (g.Service, g.Role, Strategy(g), g.Why))], output);
        if (draft.Questions.IsEmpty)
        {
            return;
        }

        output.WriteLine();
        output.WriteLine("It would be good to know (edit slipway.yaml, or answer on a terminal; --explain=SERVICE tells all that was seen):");
        foreach (var question in draft.Questions)
        {
            Wrap("  - ", question, output);
        }
    }

    /// <summary>Writes all that speaks for one role or another of a service, and against it.</summary>
    public static void Explain(ServiceGuess? guess, string service, ImmutableArray<RoleEvidence> evidence, TextWriter output)
    {
        output.WriteLine(guess is null ? $"{service} is left out: compose doesn't run it, or Slipway's own proxy takes its place."
            : $"{service}: {guess.Role}, {Strategy(guess)}");
        var decides = evidence.FirstOrDefault(e => e.Strategy is not null);
        Write(
            [
                ("ROLE", "WEIGHT", "", "EVIDENCE"),
                .. evidence.Select(e => (e.Role, e.Weight?.ToString("+0;-0", CultureInfo.InvariantCulture) ?? "", Meaning(e, decides), e.Text)),
            ],
            output);
        output.WriteLine("The first that decides counts. For a job the weights together have to be 2, and nothing may be served, asked or started always.");
    }

    private static string Meaning(RoleEvidence evidence, RoleEvidence? decides) => evidence.IsAgainst || evidence.Weight < 0 ? "against"
        : evidence.Strategy is null ? "for"
        : ReferenceEquals(evidence, decides) ? $"decides: {evidence.Strategy}"
        : $"for {evidence.Strategy}";

    private static string Strategy(ServiceGuess guess) => guess.Port is { } port
        ? string.Create(CultureInfo.InvariantCulture, $"{guess.Strategy} :{port}{(guess.Health is ['/', ..] ? guess.Health : "")}")
        : guess.Strategy;

    private static void Write(IReadOnlyList<(string First, string Second, string Third, string Text)> rows, TextWriter output)
    {
        var (first, second, third) = (rows.Max(r => r.First.Length), rows.Max(r => r.Second.Length), rows.Max(r => r.Third.Length));
        foreach (var row in rows)
        {
            Wrap($"{row.First.PadRight(first)}  {row.Second.PadRight(second)}  {row.Third.PadRight(third)}  ", row.Text, output);
        }
    }

    /// <summary>Writes a text beside its head, in as many lines as it takes.</summary>
    private static void Wrap(string head, string text, TextWriter output)
    {
        var width = Math.Max(NarrowestText, Widest - head.Length);
        var line = head;
        var used = 0;
        foreach (var word in text.Split(' '))
        {
            if (used > 0 && used + 1 + word.Length > width)
            {
                output.WriteLine(line);
                (line, used) = (new string(' ', head.Length), 0);
            }

            line += used > 0 ? " " + word : word;
            used += word.Length + (used > 0 ? 1 : 0);
        }

        output.WriteLine(line);
    }
}

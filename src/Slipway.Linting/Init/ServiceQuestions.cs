using System.Globalization;
using Slipway.Compose.Drafts;

namespace Slipway.Linting.Init;

/// <summary>Asks a person what each service is to be. An empty answer takes the guess, and the end of the input takes all that are left.</summary>
/// <param name="output">Where the questions go.</param>
/// <param name="answers">Where the answers come from.</param>
internal sealed class ServiceQuestions(TextWriter output, TextReader answers)
{
    private static readonly string[] Strategies = ["blue-green", "handoff", "rolling", "stateful", "job"];
    private bool _ended;

    /// <summary>Asks about each service.</summary>
    /// <returns>What was decided otherwise than guessed.</returns>
    public IReadOnlyDictionary<string, ServiceDecision> Ask(SettingsDraft draft)
    {
        output.WriteLine("How is each service replaced? Enter takes the guess; docs/slipway-yaml.md says what the strategies do.");
        var decisions = new Dictionary<string, ServiceDecision>(StringComparer.Ordinal);
        foreach (var guess in draft.Services)
        {
            var strategy = Answer(
                $"{guess.Service}: {guess.Strategy}, because {guess.Why}", string.Join(", ", Strategies.Where(s => s != guess.Strategy)), ReadStrategy)
                ?? guess.Strategy;
            var blueGreen = strategy == "blue-green";
            var port = blueGreen && guess.Port is null
                ? Answer($"{guess.Service}: the port that it serves HTTP on inside its container?", "1 to 65535", ReadPort, needed: true)
                : 0;
            var health = blueGreen && port is not null
                ? Answer($"{guess.Service}: the path that answers once it is ready: {guess.Health ?? "/"}", "a path", ReadPath)
                : null;
            if (port is null)
            {
                output.WriteLine($"{guess.Service}: it stays {guess.Strategy}, as blue-green needs a port.");
            }
            else if (strategy != guess.Strategy || health is not null)
            {
                decisions[guess.Service] = new ServiceDecision(strategy) { Port = port is > 0 ? port : null, Health = health };
            }
        }

        return decisions;
    }

    private static string? ReadStrategy(string answer) => Strategies.FirstOrDefault(s => s.Equals(answer, StringComparison.OrdinalIgnoreCase));

    private static int? ReadPort(string answer) =>
        int.TryParse(answer, NumberStyles.None, CultureInfo.InvariantCulture, out var port) && port is > 0 and <= 65535 ? port : null;

    private static string? ReadPath(string answer) => answer.StartsWith('/') && !answer.Any(char.IsWhiteSpace) ? answer : null;

    private T? Answer<T>(string question, string choices, Func<string, T?> read, bool needed = false)
    {
        while (!_ended)
        {
            output.Write(needed ? $"{question} [{choices}] " : $"{question} [Enter, or {choices}] ");
            output.Flush();
            var answer = answers.ReadLine();
            _ended = answer is null;
            if (answer?.Trim() is not { Length: > 0 } text)
            {
                break;
            }

            if (read(text) is { } value)
            {
                return value;
            }

            output.WriteLine($"\"{text}\" is none of: {choices}.");
        }

        return default;
    }
}

using System.Buffers;
using Slipway.Compose.Editing;
using Slipway.Findings;
using Slipway.Findings.Fixes;

namespace Slipway.Compose.Rules.Health;

/// <summary>A probe whose program the image doesn't have.</summary>
internal sealed class MissingProbeProgram() : ComposeRule(new(
    "SLC105",
    Severity.Error,
    "Probe with a program that the image has",
    "The probe fails each time, and the service is never healthy, however well it is.",
    "no program of the image is known that could ask the service"))
{
    /// <summary>With these the first word is no program, or not the one that is run.</summary>
    private static readonly SearchValues<char> ShellCharacters = SearchValues.Create("$=([{!");

    /// <summary>What a shell does itself.</summary>
    private static readonly string[] ShellWords = ["if", "for", "while", "test", "exit", "cd", ":", "true", "false", "echo", "kill"];

    public override IEnumerable<Finding> Check(ComposeLintContext context)
    {
        foreach (var service in context.Project.Services)
        {
            if (DeclaredCheck.Of(service) is not { IsDisabled: false, Test: { } test } check || ProgramOf(check.Words) is not { } program)
            {
                continue;
            }

            if (context.ImageOf(service)?.HasProgram(program) != false)
            {
                continue;
            }

            var fix = ProbeChoice.For(service, context) is { } probe && probe.Program != program
                ? Change(context, test, $"asks with {probe.Program}, which the image has", ["healthcheck"], ("test", NewValue.Words(probe.Words)))
                : Fix.Refused(Info.Refusal);
            yield return At(test, $"the image has no {program}", fix);
        }
    }

    /// <summary>The first program that is run; null where a shell decides.</summary>
    private static string? ProgramOf(IReadOnlyList<string> words) => words switch
    {
        ["CMD", var program, ..] when !program.Contains('$', StringComparison.Ordinal) => program,
        ["CMD-SHELL", var script] when FirstWord(script) is { Length: > 0 } first
            && !first.AsSpan().ContainsAny(ShellCharacters)
            && !ShellWords.Contains(first) => first,
        _ => null,
    };

    private static string FirstWord(string script) => script.TrimStart().Split([' ', '\t', '\n', ';', '|', '&'], 2)[0];
}

using System.Text.Json;
using Slipway.Dockerfiles.Contexts;
using Slipway.Dockerfiles.Stages;
using Slipway.Dockerfiles.StartUp;
using Slipway.Findings;
using Slipway.Findings.Fixes;

namespace Slipway.Dockerfiles.Rules.StartUp;

/// <summary>The database is migrated whenever a container starts.</summary>
internal sealed class MigrationAtStartUp() : StartUpRule(new(
    "SLD201",
    Severity.Warning,
    "Migrate before the deployment, not at the start of the container",
    "The migration runs while nobody is served, again at every restart, and in all replicas at once; when it fails, so does the start.",
    "a migration job has to take its place first: a service of compose.yaml that runs this command once, before the new slot starts"))
{
    protected override string? Describe(StartUpCommand command) =>
        MigrationCalls.Of(command.Command) is { } tool ? $"{command} migrates the database at every start ({tool})" : null;

    protected override Fix? FixOf(LintContext context, StartUpCommand command)
    {
        if (command.Where.Length > 0
            || context.Final?.Steps.SingleOrDefault(
                s => s.Instruction.Span.Start <= command.Span.Start && command.Span.End <= s.Instruction.Span.End) is not { } step)
        {
            return null;
        }

        // In JSON form the words of CMD would be given to it.
        if (step.Is("ENTRYPOINT") && step.Stage.Chain().SelectMany(s => s.Steps).Any(s => s.Is("CMD")))
        {
            return null;
        }

        if (step.Instruction.InnerComments.Count > 0 || StartSplit.Of(WordsOf(step)) is not { } split || !context.Build.HasMigrationJob())
        {
            return null;
        }

        // Without a shell there is nothing left that could expand or quote anything.
        var words = string.Join(
            ", ", split.Start.Select(w => $"\"{JsonEncodedText.Encode(w, System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping)}\""));
        return Fix.Replace(
            $"a service of the compose file runs {string.Join(' ', split.Migration)} once, before the others start", step.Instruction.Rest.Span, $"[{words}]");
    }

    /// <summary>The words that start the container; a shell runs the text form.</summary>
    private static string[] WordsOf(Step step) =>
        step.Instruction.IsJson ? [.. step.Instruction.Words.Select(w => w.Text)]
        : step.Before.Shell is null ? ["/bin/sh", "-c", step.Instruction.Rest.Text]
        : [];
}

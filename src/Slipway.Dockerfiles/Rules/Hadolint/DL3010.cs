using Slipway.Dockerfiles.Contexts;
using Slipway.Dockerfiles.Shell;
using Slipway.Dockerfiles.Stages;
using Slipway.Findings;

namespace Slipway.Dockerfiles.Rules.Hadolint;

/// <summary>An archive is copied and unpacked in two steps.</summary>
internal sealed class DL3010()
    : StepRule(new(
        "DL3010", Severity.Info, "Let ADD unpack archives", "The archive stays in the layer of its COPY, next to what was unpacked.",
        "where it is unpacked to and whether the archive is needed besides isn't known"), "COPY")
{
    private static readonly string[] Endings = [".tar", ".gz", ".bz2", ".xz", ".tgz", ".tbz2", ".txz", ".zst", ".lz", ".lzma", ".Z"];
    private static readonly string[] Unpackers = ["unzip", "gunzip", "bunzip2", "unlzma", "unxz", "uncompress", "zcat", "gzcat"];

    protected override IEnumerable<Finding> Check(LintContext context, Step step)
    {
        if (!CopyMap.CopiesContext(step))
        {
            yield break;
        }

        // The archive goes by the name that its copy is given, if it is given one.
        var target = step.Instruction.Words.Count > 0 && IsArchive(step.Instruction.Words[^1].Text) ? step.Instruction.Words[^1].Text : null;
        foreach (var word in step.Instruction.Words.SkipLast(1).Where(w => target is not null || IsArchive(w.Text)))
        {
            var copy = target ?? word.Text;
            var name = copy[(copy.AsSpan().LastIndexOfAny('/', '\\') + 1)..];
            if (step.Stage.Steps.Skip(step.Index + 1)
                .SelectMany(s => s.Script.Commands)
                .Any(c => Unpacks(c) && c.Words.Any(w => w.Text.EndsWith(name, StringComparison.Ordinal))))
            {
                yield return At(context, word.Span, $"{name} is unpacked in a later step");
            }
        }
    }

    private static bool IsArchive(string path) => Endings.Any(e => path.EndsWith(e, StringComparison.Ordinal));

    private static bool Unpacks(ShellCommand command) =>
        Unpackers.Contains(command.Name)
        || (command.Name == "tar"
            && (command.HasOption("extract", "get")
                || command.Arguments.Take(1)
                    .Any(w => w.Text.TrimStart('-').Contains('x', StringComparison.Ordinal) && !w.Text.StartsWith("--", StringComparison.Ordinal))));
}

using Slipway.Dockerfiles.Contexts;
using Slipway.Dockerfiles.Packages;
using Slipway.Dockerfiles.Stages;
using Slipway.Findings.Fixes;

namespace Slipway.Dockerfiles.Rules.Cache;

/// <summary>Moves the installation of dependencies in front of the sources, where nothing can miss them.</summary>
internal static class DependencyReorder
{
    /// <summary>Options by which an installation is told to work elsewhere.</summary>
    private static readonly string[] OtherPlaces =
        ["prefix", "C", "cwd", "dir", "directory", "project", "project-dir", "working-dir", "d", "gemfile", "file", "f", "p", "manifest-path"];

    public static Fix Of(LintContext context, Stage stage, Step first, Step run, PackageCall call)
    {
        if (WhyNot(context, stage, first, run, call) is { } why)
        {
            return Fix.Refused(why);
        }

        var manifests = Manifests(stage, first, run, call, context);
        if (manifests.Exists(m => m.File.Contains(' ', StringComparison.Ordinal) || m.Step.Instruction.Words[^1].Text.Contains(' ', StringComparison.Ordinal)))
        {
            return Fix.Refused("a path has blanks");
        }

        if (manifests.Count == 0)
        {
            return Fix.Refused($"which files tell {call.Manager} what to install can't be seen from here: the build context isn't known, or it lacks them");
        }

        if (ManifestReader.WhyReadsMore(context.Build, call, [.. manifests.Select(m => m.File)]) is { } more)
        {
            return Fix.Refused(more);
        }

        var line = context.Source.NewLine;
        var copies = string.Concat(manifests.GroupBy(m => (m.Step, m.Target)).Select(g => Copy(g.Key.Step, g.Key.Target, g.Select(m => m.File)) + line));
        var before = InstructionBlock.Of(context, first.Instruction);
        var moved = InstructionBlock.Of(context, run.Instruction);
        return Fix.Of(
            $"installs the dependencies right after {string.Join(", ", manifests.Select(m => m.File).Distinct())}, before the sources, which the installation "
                + "doesn't read",
            TextEdit.Insert(before.Start, copies + InstructionBlock.Text(context, moved)),
            TextEdit.Delete(moved));
    }

    private static string? WhyNot(LintContext context, Stage stage, Step first, Step run, PackageCall call)
    {
        if (call.Compiles)
        {
            return $"{call.Manager} downloads and compiles in one step; copy {string.Join(", ", call.Manager.Manifests.Take(2))} and download first, which "
                + "needs to know how the project is laid out";
        }

        if (WindowsStage.Is(context, stage))
        {
            return "it is a build for Windows, whose paths aren't followed";
        }

        if (call.Command.OptionValue(OtherPlaces) is { } elsewhere && call.Command.Name is not ("pip" or "pip3"))
        {
            return $"the installation is told {elsewhere.Text}, where other files count";
        }

        if (stage.Steps.Skip(first.Index).Take(run.Index - first.Index).FirstOrDefault(s => !IsIndifferent(s)) is { } between)
        {
            return $"{between.Instruction.Name} in line {context.Source.PositionOf(between.Instruction.Span.Start).Line} stands between the sources and the "
                + "installation, which may need it";
        }

        if (stage.Steps.Skip(first.Index).Take(run.Index - first.Index).FirstOrDefault(s => GoesElsewhere(s, run, call)) is { } settings)
        {
            return $"{settings.Instruction.Name} in line {context.Source.PositionOf(settings.Instruction.Span.Start).Line} brings "
                + $"{settings.Instruction.Words[^1].Text}, which is none of the sources, so the installation may read it";
        }

        if ((InstallInputs.Why(context, first, run, call) ?? InstallInputs.WhyOverwritten(context, call)) is { } reads)
        {
            return reads;
        }

        return KnownCommands.WhyUncertain(run) is { } why ? $"the step may read the sources: {why}" : null;
    }

    /// <summary>Whether a step brings files to another place than that of the sources, such as the settings of a package manager.</summary>
    private static bool GoesElsewhere(Step step, Step run, PackageCall call)
    {
        var folder = run.Before.Folder ?? "/";
        if ((!step.Is("COPY") && !step.Is("ADD")) || CopyMap.Target(step) is not { } target)
        {
            return false;
        }

        var place = ContainerPath.Join(step.Before.Folder ?? "/", target);
        return !call.Files.Any(f => ContainerPath.IsWithin(ContainerPath.Join(folder, f), place)) && (target.Contains('$', StringComparison.Ordinal)
            || !ContainerPath.IsWithin(place, folder)
            || (folder is "/" && target.StartsWith('/') && place is not "/"));
    }

    /// <summary>Whether the order of this step and the installation makes no difference.</summary>
    private static bool IsIndifferent(Step step) =>
        step.Instruction.Name is "COPY" or "ADD" or "LABEL" or "EXPOSE" or "CMD" or "ENTRYPOINT" or "HEALTHCHECK" or "STOPSIGNAL";

    private static List<(Step Step, string File, string Target)> Manifests(Stage stage, Step first, Step run, PackageCall call, LintContext context)
    {
        var found = new List<(Step Step, string File, string Target)>();
        var names = call.Manager == PackageManagers.NuGet ? NuGetManifests.Of(context.Build, call)
            : call.Files.Count > 0 ? call.Files
            : call.Manager.Manifests;
        foreach (var name in names.Where(n => !n.Contains('*', StringComparison.Ordinal)))
        {
            var path = ContainerPath.Join(run.Before.Folder ?? "/", name);
            foreach (var copy in stage.Steps.Skip(first.Index).Take(run.Index - first.Index).Where(CopyMap.CopiesContext))
            {
                if (CopiedFile.Find(context.Build, copy, path) is { } hit)
                {
                    found.Add((copy, hit.File, Into(copy, hit.Target, path)));
                }
            }
        }

        // A file that the call names must be there, or the reorder would break the build.
        return call.Files.Count > 0
            && call.Files.Any(f => !found.Any(m => f.EndsWith(Name(m.File), StringComparison.Ordinal)) && !IsCopiedBefore(stage, first, run, f, context))
            ? []
            : found;
    }

    private static bool IsCopiedBefore(Stage stage, Step first, Step run, string file, LintContext context) =>
        stage.Steps.Take(first.Index)
            .Where(CopyMap.CopiesContext)
            .Any(s => CopiedFile.Find(context.Build, s, ContainerPath.Join(run.Before.Folder ?? "/", file)) is not null);

    private static string Copy(Step step, string target, IEnumerable<string> files)
    {
        var flags = string.Concat(step.Instruction.Flags.Where(f => f.Name is "chown" or "chmod" or "link").Select(f => f + " "));
        return $"{step.Instruction.Keyword} {flags}{string.Join(' ', files.Distinct())} {target}";
    }

    /// <summary>Where a file has to be copied to alone, so that it ends up where the copy of all brings it.</summary>
    private static string Into(Step step, string target, string path)
    {
        var (written, root) = (step.Instruction.Words[^1].Text, ContainerPath.Join(step.Before.Folder ?? "/", target));
        if (path == root)
        {
            return written;
        }

        var folder = written.EndsWith('/') ? written : written + "/";
        var inner = path[..path.LastIndexOf('/')];
        return inner.Length > root.Length && ContainerPath.IsWithin(inner, root) ? $"{folder}{inner[root.Length..].TrimStart('/')}/" : folder;
    }

    private static string Name(string path) => path[(path.LastIndexOf('/') + 1)..];
}

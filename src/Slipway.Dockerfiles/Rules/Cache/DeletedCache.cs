using Slipway.Dockerfiles.CacheMounts;
using Slipway.Dockerfiles.Contexts;
using Slipway.Dockerfiles.Packages;
using Slipway.Dockerfiles.Shell;
using Slipway.Dockerfiles.Stages;
using Slipway.Findings;
using Slipway.Findings.Fixes;
using Slipway.Findings.Sources;

namespace Slipway.Dockerfiles.Rules.Cache;

/// <summary>A step has a cache mount and empties or avoids the cache.</summary>
internal sealed class DeletedCache() : CommandRule(new(
    "SLD103",
    Severity.Warning,
    "Don't empty the cache that is mounted",
    "A cache mount is of use only while something is in it. It is never part of the image, so there is nothing to save by emptying it.",
    "the command can't be taken out of the step without changing more than that"))
{
    protected override IEnumerable<Finding> Check(LintContext context, Step step, ShellCommand command)
    {
        if (!CacheMount.Of(step).Any(m => m.Type == "cache"))
        {
            yield break;
        }

        if (Switch(step, command) is { } word)
        {
            yield return At(
                context,
                word.Span,
                $"{word.Text} keeps {command.Name} from using the cache that is mounted",
                Fix.Of($"lets {command.Name} use the mounted cache, which isn't part of the image", TextEdit.Delete(WithBlank(context, word.Span))));
        }

        if (Empties(step, command) is { } folder)
        {
            yield return At(
                context,
                command.Span,
                $"{command} empties {folder}, which is a cache mount",
                (command.Name != "rm" || Removed(step, command).All(p => IsMounted(step, p))) && CommandChain.Removal(step, command) is { } edit
                    ? Fix.Of("keeps what the mount is there for; nothing of it is in the image", edit)
                    : null);
        }
    }

    private static ShellWord? Switch(Step step, ShellCommand command) =>
        PackageCalls.Of(command) is { } call && CachePlace.Of(call.Manager, step).Folders.Any(f => CacheMount.Covers(step, f))
            ? command.Arguments.FirstOrDefault(w => w.Text is "--no-cache-dir" or "--no-cache")
            : null;

    private static IEnumerable<string> Removed(Step step, ShellCommand command) => command.Operands().Select(w => Home(step, w.Text).TrimEnd('*').TrimEnd('/'));

    // A shell puts the home there, as long as nothing is quoted.
    private static string Home(Step step, string path) =>
        path.StartsWith("~/", StringComparison.Ordinal) && step.Before.User is (null or "root" or "0")
            ? (step.Before.Value("HOME") ?? "/root") + path[1..]
            : path;

    private static string? Empties(Step step, ShellCommand command)
    {
        if (command.Name == "rm")
        {
            return Removed(step, command).FirstOrDefault(p => IsMounted(step, p));
        }

        var manager = command.Name switch
        {
            "apt-get" or "apt" when command.Verb is "clean" or "autoclean" => PackageManagers.Apt,
            "npm" when Clears("clean", "clear", "rm") => PackageManagers.Npm,
            "pnpm" when command.Verb == "store" && command.Words.Any(w => w.Text == "prune") => PackageManagers.Pnpm,
            "yarn" when Clears("clean") => PackageManagers.Yarn,
            "pip" or "pip3" when Clears("purge", "remove") => PackageManagers.Pip,
            "uv" when Clears("clean", "prune") => PackageManagers.Uv,
            "poetry" when Clears("clear") => PackageManagers.Poetry,
            "composer" when command.Verb is "clear-cache" or "clearcache" or "cc" => PackageManagers.Composer,
            "go" when command.Verb == "clean" && command.Words.Any(w => w.Text is "-modcache" or "-cache") => PackageManagers.Go,
            "dotnet" when command.Verb == "nuget" && command.Words.Any(w => w.Text is "--clear" or "-c") => PackageManagers.NuGet,
            "dnf" or "microdnf" when command.Verb == "clean" => PackageManagers.Dnf,
            "yum" when command.Verb == "clean" => PackageManagers.Yum,
            _ => null,
        };
        return manager is null ? null : CachePlace.Of(manager, step).Folders.FirstOrDefault(f => IsMounted(step, f));

        bool Clears(params ReadOnlySpan<string> words)
        {
            if (command.Verb != "cache")
            {
                return false;
            }

            foreach (var word in words)
            {
                if (command.Words.Any(w => w.Text == word))
                {
                    return true;
                }
            }

            return false;
        }
    }

    private static bool IsMounted(Step step, string path) =>
        path.Length > 1
            && path[0] == '/'
            && CacheMount.Of(step)
                .Any(m => m.Type == "cache" && m.Target is { } target && (ContainerPath.IsWithin(path, target) || ContainerPath.IsWithin(target, path)));

    private static TextSpan WithBlank(LintContext context, TextSpan span) =>
        span.Start > 0 && context.Source.Text[span.Start - 1] == ' ' ? TextSpan.Between(span.Start - 1, span.End) : span;
}

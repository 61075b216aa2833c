using System.Text.RegularExpressions;
using Slipway.Dockerfiles.CacheMounts;
using Slipway.Dockerfiles.Contexts;
using Slipway.Dockerfiles.Packages;
using Slipway.Dockerfiles.Shell;
using Slipway.Dockerfiles.Stages;

namespace Slipway.Dockerfiles.Rules.Cache;

/// <summary>Why a cache mount can't be added without a person who thinks about it.</summary>
internal static partial class CacheMountRefusal
{
    private static readonly string[] Moving =
    [
        "HOME", "XDG_CACHE_HOME", "XDG_DATA_HOME", "npm_config_cache", "PNPM_HOME", "GOPATH", "GOCACHE", "CARGO_HOME", "BUNDLE_PATH", "GEM_HOME",
        "COMPOSER_HOME",
    ];

    private static readonly string[] UvSettings = ["uv.toml", "pyproject.toml"];

    private static readonly string[] Switches = ["PIP_NO_CACHE_DIR", "UV_NO_CACHE", "POETRY_NO_CACHE"];

    public static string? Of(LintContext context, Step step, PackageCall call, CachePlace place)
    {
        if (step.IsTrigger)
        {
            return "the step runs in builds that are based on this image, about which nothing is known here";
        }

        if (place.Refusal.Length > 0)
        {
            return place.Refusal;
        }

        if (IsOldSyntax(context.File.DirectiveValue("syntax")))
        {
            return "the syntax that the file asks for has no cache mounts; docker/dockerfile:1 has";
        }

        if (Variable(step) is { } variable)
        {
            return $"{variable} turns the cache off; without it a mount would be of use";
        }

        if (Links(context, step, call))
        {
            return "uv makes links into its cache, which would lead nowhere in the image";
        }

        if (Filled(step, place) is { } filled)
        {
            return $"line {context.Source.PositionOf(filled.Instruction.Span.Start).Line} puts something there that a mount would hide";
        }

        if (OwnFolder(call) is { } own)
        {
            return own;
        }

        if (Offline(context, step, call) is { } offline)
        {
            return offline;
        }

        if (call.Manager == PackageManagers.Yarn && IsBerry(context, call))
        {
            return "yarn 2 and later keeps its downloads where .yarnrc.yml says, and may run the application from there";
        }

        if (call.Manager.IsStore)
        {
            return Store(context, step, call);
        }

        if (call.Manager == PackageManagers.Apt)
        {
            return Apt(context, step);
        }

        return call.Manager.Name is "apk" or "dnf" or "yum" or "zypper"
            ? $"{call.Manager} keeps its downloads only where it is configured to, which depends on the base image"
            : null;
    }

    private static bool Links(LintContext context, Step step, PackageCall call) => call.Manager == PackageManagers.Uv
        && (step.Before.Value("UV_LINK_MODE") == "symlink" || call.Command.Assignments.Any(a => a.Text == "UV_LINK_MODE=symlink")
            || call.Command.OptionValue("link-mode")?.Text == "symlink"
            || UvSettings.Any(f => context.Build.ReadText(f) is { } text && LinkMode().IsMatch(text)));

    [GeneratedRegex("^\\s*link-mode\\s*=\\s*[\"']symlink", RegexOptions.Multiline)]
    private static partial Regex LinkMode();

    /// <summary>A step before that brings files into the folder of a mount.</summary>
    private static Step? Filled(Step step, CachePlace place) => step.Stage.Chain()
        .SelectMany(s => s == step.Stage ? s.Steps.Take(step.Index) : s.Steps)
        .Where(s => (s.Is("COPY") || s.Is("ADD")) && s.Instruction.Words.Count > 0)
        .FirstOrDefault(s => place.Folders.Any(f => ContainerPath.IsWithin(TargetOf(s), f)));

    private static string TargetOf(Step copy) => ContainerPath.Join(copy.Before.Folder ?? "/", copy.Instruction.Words[^1].Text);

    /// <summary>Whether it is yarn 2 or later, as its files, the package.json or the options say.</summary>
    private static bool IsBerry(LintContext context, PackageCall call) =>
        context.Build.Sends(".yarnrc.yml") || context.Build.Sends(".yarn/releases") || context.Build.Sends(".pnp.cjs")
        || call.Command.HasOption("immutable", "immutable-cache", "check-cache", "inline-builds", "mode")
        || (context.Build.Files ?? []).Any(file => Path.GetFileName(file.Path) switch
        {
            "yarn.lock" => context.Build.ReadText(file.Path)?.Contains("__metadata:", StringComparison.Ordinal) == true,
            "package.json" => NewerYarn().IsMatch(context.Build.ReadText(file.Path) ?? ""),
            _ => false,
        });

    [GeneratedRegex("\"packageManager\"\\s*:\\s*\"yarn@(?:[2-9]|[1-9][0-9])")]
    private static partial Regex NewerYarn();

    private static string? OwnFolder(PackageCall call) =>
        call.Command.OptionValue("cache-dir", "cache", "cache-folder", "store-dir") is { } option
            ? $"the command keeps its cache in {option.Text}, which would have to be the target"
        : call.Command.Assignments.FirstOrDefault(a => Moves(a.Text, call.Manager)) is { } variable ? $"{variable.Text} moves the cache"
        : call.Command.Words.FirstOrDefault(w => w.Text.StartsWith("-Dmaven.repo.local", StringComparison.Ordinal)) is { } repository
            ? $"{repository.Text} moves the packages"
        : null;

    private static bool Moves(string assignment, PackageManager manager) =>
        Moving.Any(v => assignment.StartsWith(v + "=", StringComparison.OrdinalIgnoreCase))
            || (manager.CacheVariable.Length > 0 && assignment.StartsWith(manager.CacheVariable + "=", StringComparison.Ordinal));

    /// <summary>A cache mount may be emptied at any time, or be empty on another machine, while the step that has filled it stays cached.</summary>
    private static string? Offline(LintContext context, Step step, PackageCall call)
    {
        var user = context.OfflineUsers.FirstOrDefault(
            one => (one.Stage.Chain().Contains(step.Stage) || step.Stage.Chain().Contains(one.Stage)) && one.Calls.Any(made => made.Manager == call.Manager
                && one.IsOffline(made)));
        return user is null || (user == step && step.Calls.Any(c => c.Manager == call.Manager && !step.IsOffline(c)))
            ? null
            : $"line {context.Source.PositionOf(user.Instruction.Span.Start).Line} takes the packages as they lie there, and a cache mount may be empty when "
                + "only that line is built";
    }

    private static bool IsOldSyntax(string? syntax)
    {
        var version = syntax?.Split(':') is [.., var tag] ? tag.Split('.', '-') : [];
        return syntax?.Contains("docker/dockerfile", StringComparison.Ordinal) == true && version is ["1", "0" or "1", ..];
    }

    private static string? Variable(Step step) =>
        Switches.FirstOrDefault(v => step.Before.Environment.GetValueOrDefault(v) is { } value && value is not ("" or "0" or "off" or "false"));

    /// <summary>What stays in a mount isn't there for steps without it, nor when the container runs.</summary>
    private static string? Store(LintContext context, Step step, PackageCall call)
    {
        var users = context.Starts.Where(s => s.Stage.Chain().Contains(step.Stage)).SelectMany(s => s.Script.Commands)
            .FirstOrDefault(c => PackageCalls.Of(c)?.Manager == call.Manager || c.Name == call.Manager.Name);
        if (users is not null)
        {
            return $"{users} uses the packages when the container runs, and what lies in a cache mount isn't in the image";
        }

        var folders = CachePlace.Of(call.Manager, step).Folders;
        var copied = context.StageCopies.SelectMany(s => s.Instruction.Words.SkipLast(1))
            .FirstOrDefault(word => folders.Any(file => ContainerPath.IsWithin(word.Text, file) || (word.Text.Length > 1
                && ContainerPath.IsWithin(file, word.Text.TrimEnd('/')))));
        if (copied is not null)
        {
            return $"another stage copies {copied.Text}, which wouldn't be in the image";
        }

        var odd = context.Foreign.FirstOrDefault(s => s.Stage.Chain().Contains(step.Stage) && s.Script.Commands.Any(c => IsForeign(c, call)));
        return odd is null
            ? null
            : $"line {context.Source.PositionOf(odd.Instruction.Span.Start).Line} runs a program that may read the packages, which would need the mount as "
                + "well";
    }

    private static bool IsForeign(ShellCommand command, PackageCall call) =>
        PackageCalls.MayReadPackages(command) && PackageCalls.Of(command)?.Manager != call.Manager;

    private static string? Apt(LintContext context, Step step)
    {
        if (!CommandChain.IsList(step))
        {
            return "the commands of the step are more than a list, so where to keep apt's downloads can't be said";
        }

        if (step.Instruction.InnerComments.Count > 0 && step.Instruction.InnerComments[0].Span.Start < step.Script.Top.First().Span.Start)
        {
            return "a comment stands between RUN and its first command";
        }

        var later = context.ListUsers.FirstOrDefault(s => s.Stage == step.Stage ? s.Index > step.Index : s.Stage.Chain().Contains(step.Stage));
        return !step.Script.Commands.Any(c => c.Verb == "update")
            ? "the package lists come from an earlier step, so a mount over them would hide them"
            : later is null
                ? null
                : $"line {context.Source.PositionOf(later.Instruction.Span.Start).Line} installs from the lists that this step leaves in the image";
    }
}

using Slipway.Dockerfiles.Linting;
using Slipway.Dockerfiles.Packages;
using Slipway.Dockerfiles.Stages;

namespace Slipway.Dockerfiles.Rules.Cache;

/// <summary>Why a cache mount can't be added without a person who thinks about it.</summary>
internal static class CacheMountRefusal
{
    private static readonly string[] Switches = ["PIP_NO_CACHE_DIR", "UV_NO_CACHE", "POETRY_NO_CACHE"];

    public static string? Of(LintContext context, Step step, PackageCall call, CachePlace place)
    {
        if (step.IsTrigger) return "the step runs in builds that are based on this image, about which nothing is known here";
        if (place.Folders.Count == 0) return place.Unknown;
        if (IsOldSyntax(context.File.DirectiveValue("syntax"))) return "the syntax that the file asks for has no cache mounts; docker/dockerfile:1 has";
        if (Variable(step) is { } variable) return $"{variable} turns the cache off; without it a mount would be of use";
        if (call.Manager.IsStore) return Store(context, step, call);
        if (call.Manager == PackageManagers.Apt) return Apt(context, step);

        return call.Manager.Name is "apk" or "dnf" or "yum" or "zypper"
            ? $"{call.Manager} keeps its downloads only where it is configured to, which depends on the base image"
            : null;
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
        if (users is not null) return $"{users} uses the packages when the container runs, and what lies in a cache mount isn't in the image";

        var folders = CachePlace.Of(call.Manager, step).Folders;
        var copied = context.StageCopies.SelectMany(s => s.Instruction.Words.SkipLast(1))
            .FirstOrDefault(w => folders.Any(f => ContainerPath.IsWithin(w.Text, f) || (w.Text.Length > 1 && ContainerPath.IsWithin(f, w.Text.TrimEnd('/')))));
        if (copied is not null) return $"another stage copies {copied.Text}, which wouldn't be in the image";

        var odd = context.Foreign.FirstOrDefault(s => s.Stage.Chain().Contains(step.Stage) && s.Script.Commands.Any(c => IsForeign(c, call)));
        return odd is null ? null : $"line {context.Source.PositionOf(odd.Instruction.Span.Start).Line} runs a program that may read the packages, which would need the mount as well";
    }

    /// <summary>Whether a program may read what any package manager has fetched.</summary>
    public static bool IsForeign(Shell.ShellCommand command) =>
        command.Name.StartsWith("./", StringComparison.Ordinal) || command.Name is "make" or "cmake" or "java" or "node" or "npm" || command.Words is [{ Text: ['.', '/', ..] }, ..];

    private static bool IsForeign(Shell.ShellCommand command, PackageCall call) => IsForeign(command) && PackageCalls.Of(command)?.Manager != call.Manager;

    private static string? Apt(LintContext context, Step step)
    {
        if (!CommandChain.IsList(step)) return "the commands of the step are more than a list, so where to keep apt's downloads can't be said";
        if (step.Instruction.InnerComments.Count > 0 && step.Instruction.InnerComments[0].Span.Start < step.Script.Top.First().Span.Start) return "a comment stands between RUN and its first command";

        var later = context.ListUsers.FirstOrDefault(s => s.Stage == step.Stage ? s.Index > step.Index : s.Stage.Chain().Contains(step.Stage));
        return !step.Script.Commands.Any(c => c.Verb == "update")
            ? "the package lists come from an earlier step, so a mount over them would hide them"
            : later is null ? null : $"line {context.Source.PositionOf(later.Instruction.Span.Start).Line} installs from the lists that this step leaves in the image";
    }
}

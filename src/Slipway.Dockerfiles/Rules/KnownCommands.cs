using Slipway.Dockerfiles.CacheMounts;
using Slipway.Dockerfiles.Packages;
using Slipway.Dockerfiles.Shell;
using Slipway.Dockerfiles.Stages;

namespace Slipway.Dockerfiles.Rules;

/// <summary>Tells what the commands of a RUN can read, as far as that is certain.</summary>
internal static class KnownCommands
{
    /// <summary>Why a RUN may read sources that are copied before it.</summary>
    /// <returns>The reason, or null when it reads nothing but what its package managers read.</returns>
    public static string? WhyUncertain(Step run)
    {
        if (!run.Script.IsList || run.Instruction.IsJson)
        {
            return "the RUN is more than a list of commands";
        }

        if (run.Script.Commands.Count == 0)
        {
            return "the commands of the RUN aren't known";
        }

        foreach (var command in run.Script.Commands)
        {
            if (WhyUncertain(command) is { } why)
            {
                return why;
            }
        }

        return CacheMount.Of(run.Instruction).Any(m => m.Type == "bind" && m.From is null) ? "the RUN mounts the build context" : null;
    }

    private static string? WhyUncertain(ShellCommand command)
    {
        if (command.Words.Count == 0 || command.Depth > 0)
        {
            return $"it can't be told what {command} reads";
        }

        if (PackageCalls.Of(command) is { } call)
        {
            return call.Compiles ? $"{command.Name} {command.Verb} reads the sources as well" : null;
        }

        var isQuiet = command.Name switch
        {
            "apt-get" or "apt" => command.Verb is "update" or "clean" or "upgrade" or "autoremove" or "purge" or "remove" or "autoclean",
            "apk" => command.Verb is "update" or "upgrade" or "del" or "cache",
            "dnf" or "yum" or "microdnf" => command.Verb is "clean" or "update" or "makecache",
            "xargs" or "sudo" or "exec" => true,
            "npm" or "yarn" => command.Verb == "cache" || (command.Verb == "config" && command.Words.Any(w => w.Text == "set")),
            "poetry" => command.Verb == "config" && !command.HasOption("local"),
            "corepack" => command.Verb is "enable" or "prepare",
            "useradd" or "adduser" or "groupadd" or "addgroup" or "usermod" or "set" or "true" or ":" or "echo" => true,
            "rm" or "mkdir" or "touch" or "ln" => command.Operands().All(w => w.Text.StartsWith('/')),
            _ => false,
        };
        return isQuiet && !command.Redirections.Any(r => r.Operator == "<" && !IsFed(command)) ? null : $"it can't be told what {command.Name} reads";
    }

    // What xargs is fed is a file of packages, which moves along.
    private static bool IsFed(ShellCommand command) => command.Name == "xargs";
}

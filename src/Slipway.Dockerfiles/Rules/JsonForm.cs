using Slipway.Dockerfiles.Contexts;
using Slipway.Dockerfiles.Stages;
using Slipway.Findings.Fixes;

namespace Slipway.Dockerfiles.Rules;

/// <summary>Writes a command in shell form as a JSON form, where that runs the same program.</summary>
internal static class JsonForm
{
    private static readonly string[] Builtins =
    [
        "cd", "export", "set", "source", ".", "eval", "exit", "trap", "ulimit", "umask", "wait", "alias", "read", "if", "while", "for", "until", "case",
        "{", "(",
    ];

    /// <summary>Images without an ENTRYPOINT, or with one that runs what it is given.</summary>
    private static readonly string[] Transparent =
        [
            "python", "node", "ruby", "golang", "openjdk", "eclipse-temurin", "amazoncorretto", "debian", "ubuntu", "alpine", "busybox", "scratch",
            "php", "rust", "maven", "gradle", "perl", "elixir", "erlang", "fedora", "centos", "rockylinux", "almalinux", "nginx", "httpd",
            "buildpack-deps",
        ];

    public static Fix Of(LintContext context, Step step)
    {
        if (step.IsTrigger)
        {
            return Fix.Refused("it takes effect in builds that are based on this image, about which nothing is known here");
        }

        if (step.Stage.RootImage.Contains("windows", StringComparison.OrdinalIgnoreCase))
        {
            return Fix.Refused("on Windows the shell finds programs that can't be started without it");
        }

        if (step.Before.Shell is not null)
        {
            return Fix.Refused("SHELL names another shell, which may do more than start the program");
        }

        if (step.Script.Commands is not [var command, ..] || step.Script.Top.Count() != 1 || !step.Script.IsList || step.Script.HasComment)
        {
            return Fix.Refused("the shell is needed: there is more than one command");
        }

        if (command.Assignments.Count > 0 || command.Redirections.Count > 0 || step.Instruction.Rest.Text.TrimEnd().EndsWith('&'))
        {
            return Fix.Refused("the shell is needed: it sets variables or redirects input or output");
        }

        if (command.Words.Any(w => w.Expands || w.Content.Text.Contains('\\', StringComparison.Ordinal)))
        {
            return Fix.Refused("the shell is needed: it replaces variables or patterns");
        }

        if (Builtins.Contains(command.Words[0].Text))
        {
            return Fix.Refused($"{command.Words[0].Text} is a command of the shell");
        }

        if (WhyOther(context, step) is { } why)
        {
            return Fix.Refused(why);
        }

        if (step.Instruction.InnerComments.Count > 0)
        {
            return Fix.Refused("comments stand between its lines");
        }

        var words = command.Name == "exec" ? command.Words.Skip(1) : command.Words;
        var json = string.Join(", ", words.Select(w => $"\"{w.Text.Replace("\"", "\\\"", StringComparison.Ordinal)}\""));
        return words.Any()
            ? Fix.Replace("starts the same program without a shell in between, so that it has the signals", step.Instruction.Rest.Span, $"[{json}]")
            : Fix.Refused("there is no program to start");
    }

    /// <summary>What CMD and ENTRYPOINT are to each other depends on their forms.</summary>
    private static string? WhyOther(LintContext context, Step step)
    {
        var steps = context.BasedOn(step.Stage).SelectMany(s => s.Chain()).Distinct().SelectMany(s => s.Steps).ToList();
        if (step.Is("ENTRYPOINT"))
        {
            return steps.Any(s => s.Is("CMD")) ? "CMD would become its arguments" : null;
        }

        if (steps.Any(s => s.Is("ENTRYPOINT")))
        {
            return "ENTRYPOINT would be given other arguments";
        }

        var image = step.Stage.RootImage.Split('@')[0];
        var name = image[(image.LastIndexOf('/') + 1)..].Split(':')[0];
        return Transparent.Contains(name) ? null : $"{image} may have an ENTRYPOINT, which would be given other arguments";
    }
}

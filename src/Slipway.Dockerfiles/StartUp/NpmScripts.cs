using System.Text.Json;
using Slipway.Dockerfiles.Contexts;
using Slipway.Dockerfiles.Shell;

namespace Slipway.Dockerfiles.StartUp;

/// <summary>The scripts of a package.json.</summary>
internal static class NpmScripts
{
    /// <summary>The shell text that a command runs, with what runs before and after it.</summary>
    public static string? Of(ShellCommand command, BuildContext build)
    {
        if (NameOf(command) is not { } name || build.ReadText("package.json") is not { } text)
        {
            return null;
        }

        try
        {
            using var document = JsonDocument.Parse(text);
            if (!document.RootElement.TryGetProperty("scripts", out var scripts) || scripts.ValueKind != JsonValueKind.Object)
            {
                return null;
            }

            var lines = new[] { "pre" + name, name, "post" + name }
                .Select(n => scripts.TryGetProperty(n, out var script) && script.ValueKind == JsonValueKind.String ? script.GetString() : null)
                .OfType<string>().ToList();
            return lines.Count == 0 ? null : string.Join('\n', lines);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>The script that a command of npm, yarn, pnpm or bun runs.</summary>
    public static string? NameOf(ShellCommand command)
    {
        if (command.Name is not ("npm" or "yarn" or "pnpm" or "bun"))
        {
            return null;
        }

        var operands = command.Operands();
        return operands switch
        {
            [{ Text: "run" or "run-script" }, var name, ..] => name.Text,
            [{ Text: "start" or "test" } verb, ..] => verb.Text,
            [var verb, ..] when command.Name is "yarn" or "pnpm"
                && verb.Text is not ("install" or "add" or "exec" or "dlx" or "global" or "cache" or "i") => verb.Text,
            _ => null,
        };
    }
}

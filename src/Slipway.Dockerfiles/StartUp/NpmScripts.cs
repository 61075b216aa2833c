using System.Text.Json;
using Slipway.Dockerfiles.Contexts;
using Slipway.Dockerfiles.Shell;

namespace Slipway.Dockerfiles.StartUp;

/// <summary>The scripts of a package.json.</summary>
internal static class NpmScripts
{
    private static readonly string[] Places = ["filter", "F", "prefix", "workspace", "C", "dir", "cwd"];
    private static readonly string[] WithValue = [.. Places.Select(p => p.Length == 1 ? "-" + p : "--" + p)];

    /// <summary>The shell text of a script, with what runs before and after it.</summary>
    /// <param name="text">The package.json.</param>
    public static string? Of(string name, string text)
    {
        try
        {
            using var document = JsonDocument.Parse(text);
            if (document.RootElement is not { ValueKind: JsonValueKind.Object } root || !root.TryGetProperty("scripts", out var scripts)
                || scripts.ValueKind != JsonValueKind.Object)
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

    /// <summary>The script that a command of npm, yarn, pnpm, bun or turbo runs.</summary>
    public static string? NameOf(ShellCommand command)
    {
        if (command.Name is not ("npm" or "yarn" or "pnpm" or "bun" or "turbo"))
        {
            return null;
        }

        var operands = Operands(command);
        return operands switch
        {
            ["workspace", _, "run", var name, ..] when command.Name == "yarn" => name,
            ["workspace", _, var name, ..] when command.Name == "yarn" => name,
            ["run" or "run-script", var name, ..] => name,
            ["start" or "test", ..] => operands[0],
            [var verb, ..] when command.Name is "yarn" or "pnpm" or "turbo"
                && verb is not ("install" or "add" or "exec" or "dlx" or "global" or "cache" or "i") => verb,
            _ => null,
        };
    }

    /// <summary>The packages below the root that a command names, or may run in: each package.json with its text.</summary>
    public static IEnumerable<(string File, string Text)?> Packages(ShellCommand command, BuildContext build)
    {
        string? named = Operands(command) is ["workspace", var workspace, ..] && command.Name == "yarn" ? workspace
            : (command.OptionValue(Places) ?? (command.Name == "npm" ? command.OptionValue("w") : null))?.Text;
        if (named is null && command.Name != "turbo")
        {
            return [];
        }

        var wanted = named?.Trim('{', '}').TrimEnd('.').TrimStart('.', '/').TrimEnd('/');
        return (build.Files ?? [])
            .Where(f => f.Path.EndsWith("/package.json", StringComparison.Ordinal) && !f.Path.Contains("node_modules/", StringComparison.Ordinal))
            .Select(f => ((string File, string Text)?)(f.Path, build.ReadText(f.Path) ?? ""))
            .Where(p => wanted is null || IsCalled(p!.Value, wanted));
    }

    private static bool IsCalled((string File, string Text) package, string wanted)
    {
        var folder = package.File[..^"/package.json".Length];
        return folder == wanted || folder.EndsWith("/" + wanted, StringComparison.Ordinal) || NameIn(package.Text) is { } name
            && (name == wanted || name.EndsWith("/" + wanted, StringComparison.Ordinal));
    }

    private static string? NameIn(string text)
    {
        try
        {
            using var document = JsonDocument.Parse(text);
            return document.RootElement is { ValueKind: JsonValueKind.Object } root && root.TryGetProperty("name", out var name)
                && name.ValueKind == JsonValueKind.String ? name.GetString() : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static string[] Operands(ShellCommand command) =>
        [.. command.Operands(command.Name == "npm" ? [.. WithValue, "-w"] : WithValue).Select(o => o.Text)];
}

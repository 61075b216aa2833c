using Slipway.Dockerfiles.Stages;

namespace Slipway.Dockerfiles.Contexts;

/// <summary>Tells stages whose images are Windows': they have other paths, other users, and no mounts.</summary>
internal static class WindowsStage
{
    private static readonly string[] Images = ["nanoserver", "servercore", "windows", "ltsc20", "win2", "1809", "20h2"];

    /// <summary>Whether a stage is built for Windows, as its image, its shell or the file's escape character say.</summary>
    public static bool Is(LintContext context, Stage stage) => context.File.Escape == '`'
        || Images.Any(i => stage.RootImage.Contains(i, StringComparison.OrdinalIgnoreCase))
        || stage.After.Shell is [var shell, ..] && (shell.StartsWith("cmd", StringComparison.OrdinalIgnoreCase)
            || shell.EndsWith("powershell.exe", StringComparison.OrdinalIgnoreCase)
            || shell.Equals("powershell", StringComparison.OrdinalIgnoreCase));
}

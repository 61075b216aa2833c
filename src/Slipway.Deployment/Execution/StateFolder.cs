namespace Slipway.Deployment.Execution;

/// <summary>The folder where Slipway keeps its files of an application.</summary>
internal static class StateFolder
{
    /// <summary>Creates the folder, for this user only, and keeps it out of git.</summary>
    /// <param name="folder">The folder.</param>
    public static void Create(string folder)
    {
        if (Directory.Exists(folder))
        {
            return;
        }

        if (OperatingSystem.IsWindows())
        {
            Directory.CreateDirectory(folder);
        }
        else
        {
            Directory.CreateDirectory(folder, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }

        File.WriteAllText(Path.Combine(folder, ".gitignore"), "*\n");
    }
}

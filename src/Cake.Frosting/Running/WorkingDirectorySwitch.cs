using Cake.Core;
using Cake.Core.IO;
using Cake.Frosting.Arguments;
using Microsoft.Extensions.DependencyInjection;

namespace Cake.Frosting.Running;

/// <summary>Goes to the working directory that the arguments name, or else the one that the build configures.</summary>
internal static class WorkingDirectorySwitch
{
    /// <exception cref="FrostingException">The directory does not exist.</exception>
    public static void Apply(CommandLine commandLine, IServiceProvider provider)
    {
        var wanted = commandLine.WorkingDirectory is { } given
            ? new DirectoryPath(given)
            : provider.GetService<WorkingDirectory>()?.Path;
        if (wanted is null)
        {
            return;
        }

        var environment = provider.GetRequiredService<ICakeEnvironment>();
        var directory = wanted.MakeAbsolute(environment);
        if (!provider.GetRequiredService<IFileSystem>().GetDirectory(directory).Exists)
        {
            throw new FrostingException($"The working directory '{directory.FullPath}' does not exist. Create it, or name another one with --working.");
        }

        environment.WorkingDirectory = directory;
    }
}

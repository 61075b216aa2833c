using Cake.Core.Composition;
using Cake.Core.IO;
using Cake.Core.Packaging;

namespace Cake.Frosting;

/// <summary>
/// What can be configured about a host. Each call adds to the services of the build; of those that register the same
/// service the last one wins.
/// </summary>
public static class CakeHostExtensions
{
    /// <summary>Configures the host by a class.</summary>
    /// <typeparam name="TStartup">The class.</typeparam>
    /// <returns>The same host.</returns>
    public static CakeHost UseStartup<TStartup>(this CakeHost host)
        where TStartup : IFrostingStartup, new()
        => host.ConfigureServices(s => new TStartup().Configure(s));

    /// <summary>Exchanges the context of the build.</summary>
    /// <returns>The same host.</returns>
    public static CakeHost UseContext<TContext>(this CakeHost host)
        where TContext : class, IFrostingContext
        => host.ConfigureServices(s => s.UseContext<TContext>());

    /// <summary>Sets what runs before the first and after the last task.</summary>
    /// <returns>The same host.</returns>
    public static CakeHost UseLifetime<TLifetime>(this CakeHost host)
        where TLifetime : class, IFrostingLifetime
        => host.ConfigureServices(s => s.UseLifetime<TLifetime>());

    /// <summary>Sets what runs before the first task.</summary>
    /// <returns>The same host.</returns>
    public static CakeHost UseSetup<TSetup>(this CakeHost host)
        where TSetup : class, IFrostingSetup
        => host.ConfigureServices(s => s.UseSetup<TSetup>());

    /// <summary>Sets what runs after the last task.</summary>
    /// <returns>The same host.</returns>
    public static CakeHost UseTeardown<TTeardown>(this CakeHost host)
        where TTeardown : class, IFrostingTeardown
        => host.ConfigureServices(s => s.UseTeardown<TTeardown>());

    /// <summary>Sets what runs before and after each task.</summary>
    /// <returns>The same host.</returns>
    public static CakeHost UseTaskLifetime<TLifetime>(this CakeHost host)
        where TLifetime : class, IFrostingTaskLifetime
        => host.ConfigureServices(s => s.UseTaskLifetime<TLifetime>());

    /// <summary>Sets what runs before each task.</summary>
    /// <returns>The same host.</returns>
    public static CakeHost UseTaskSetup<TSetup>(this CakeHost host)
        where TSetup : class, IFrostingTaskSetup
        => host.ConfigureServices(s => s.UseTaskSetup<TSetup>());

    /// <summary>Sets what runs after each task.</summary>
    /// <returns>The same host.</returns>
    public static CakeHost UseTaskTeardown<TTeardown>(this CakeHost host)
        where TTeardown : class, IFrostingTaskTeardown
        => host.ConfigureServices(s => s.UseTaskTeardown<TTeardown>());

    /// <summary>Adds a Cake module.</summary>
    /// <returns>The same host.</returns>
    public static CakeHost UseModule<TModule>(this CakeHost host)
        where TModule : ICakeModule, new()
        => host.ConfigureServices(s => s.UseModule<TModule>());

    /// <summary>Adds an installer of packages.</summary>
    /// <returns>The same host.</returns>
    public static CakeHost UsePackageInstaller<TPackageInstaller>(this CakeHost host)
        where TPackageInstaller : class, IPackageInstaller
        => host.ConfigureServices(s => s.UsePackageInstaller<TPackageInstaller>());

    /// <summary>Names a tool that is installed before the first task.</summary>
    /// <param name="uri">The package, such as <c>nuget:?package=NAME&amp;version=1.2.3</c>.</param>
    /// <returns>The same host.</returns>
    public static CakeHost InstallTool(this CakeHost host, Uri uri)
        => host.ConfigureServices(s => s.UseTool(uri));

    /// <summary>Sets the working directory of the build. <c>--working</c> wins over it.</summary>
    /// <param name="path">An absolute path, or one relative to the directory that the build is started in.</param>
    /// <returns>The same host.</returns>
    public static CakeHost UseWorkingDirectory(this CakeHost host, DirectoryPath path)
        => host.ConfigureServices(s => s.UseWorkingDirectory(path));

    /// <summary>Gives a Cake setting a value. Environment variables, cake.config and arguments win over it.</summary>
    /// <param name="key">The setting, such as <c>Paths_Tools</c>.</param>
    /// <returns>The same host.</returns>
    public static CakeHost UseCakeSetting(this CakeHost host, string key, string value)
        => host.ConfigureServices(s => s.UseCakeSetting(key, value));

    /// <summary>Sets the directory that tools are installed in.</summary>
    /// <param name="path">An absolute path, or one relative to the working directory.</param>
    /// <returns>The same host.</returns>
    public static CakeHost SetToolPath(this CakeHost host, DirectoryPath path)
        => host.ConfigureServices(s => s.UseToolPath(path));
}

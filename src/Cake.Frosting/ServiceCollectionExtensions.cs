using Cake.Cli;
using Cake.Core.Composition;
using Cake.Core.IO;
using Cake.Core.Packaging;
using Cake.Frosting.Running;
using Microsoft.Extensions.DependencyInjection;

namespace Cake.Frosting;

/// <summary>
/// What can be configured about the services of a build. Of the calls that register the same service the last one wins.
/// </summary>
public static class ServiceCollectionExtensions
{
    /// <summary>Exchanges the context of the build.</summary>
    /// <returns>The same services.</returns>
    public static IServiceCollection UseContext<TContext>(this IServiceCollection services)
        where TContext : class, IFrostingContext
        => services.AddSingleton<IFrostingContext, TContext>();

    /// <summary>Sets what runs before the first and after the last task.</summary>
    /// <returns>The same services.</returns>
    public static IServiceCollection UseLifetime<TLifetime>(this IServiceCollection services)
        where TLifetime : class, IFrostingLifetime
        => services
            .AddSingleton<IFrostingLifetime, TLifetime>()
            .AddSingleton<IFrostingSetup>(p => p.GetRequiredService<IFrostingLifetime>())
            .AddSingleton<IFrostingTeardown>(p => p.GetRequiredService<IFrostingLifetime>());

    /// <summary>Sets what runs before the first task.</summary>
    /// <returns>The same services.</returns>
    public static IServiceCollection UseSetup<TSetup>(this IServiceCollection services)
        where TSetup : class, IFrostingSetup
        => services.AddSingleton<IFrostingSetup, TSetup>();

    /// <summary>Sets what runs after the last task.</summary>
    /// <returns>The same services.</returns>
    public static IServiceCollection UseTeardown<TTeardown>(this IServiceCollection services)
        where TTeardown : class, IFrostingTeardown
        => services.AddSingleton<IFrostingTeardown, TTeardown>();

    /// <summary>Sets what runs before and after each task.</summary>
    /// <returns>The same services.</returns>
    public static IServiceCollection UseTaskLifetime<TLifetime>(this IServiceCollection services)
        where TLifetime : class, IFrostingTaskLifetime
        => services
            .AddSingleton<IFrostingTaskLifetime, TLifetime>()
            .AddSingleton<IFrostingTaskSetup>(p => p.GetRequiredService<IFrostingTaskLifetime>())
            .AddSingleton<IFrostingTaskTeardown>(p => p.GetRequiredService<IFrostingTaskLifetime>());

    /// <summary>Sets what runs before each task.</summary>
    /// <returns>The same services.</returns>
    public static IServiceCollection UseTaskSetup<TSetup>(this IServiceCollection services)
        where TSetup : class, IFrostingTaskSetup
        => services.AddSingleton<IFrostingTaskSetup, TSetup>();

    /// <summary>Sets what runs after each task.</summary>
    /// <returns>The same services.</returns>
    public static IServiceCollection UseTaskTeardown<TTeardown>(this IServiceCollection services)
        where TTeardown : class, IFrostingTaskTeardown
        => services.AddSingleton<IFrostingTaskTeardown, TTeardown>();

    /// <summary>Adds a Cake module.</summary>
    /// <returns>The same services.</returns>
    public static IServiceCollection UseModule<TModule>(this IServiceCollection services)
        where TModule : ICakeModule, new()
    {
        var registrar = new ContainerRegistrar(services);
        new TModule().Register(registrar);
        registrar.Transfer();
        return services;
    }

    /// <summary>Adds an installer of packages.</summary>
    /// <returns>The same services.</returns>
    public static IServiceCollection UsePackageInstaller<TPackageInstaller>(this IServiceCollection services)
        where TPackageInstaller : class, IPackageInstaller
        => services.AddSingleton<IPackageInstaller, TPackageInstaller>();

    /// <summary>Names a tool that is installed before the first task.</summary>
    /// <param name="uri">The package, such as <c>nuget:?package=NAME&amp;version=1.2.3</c>.</param>
    /// <returns>The same services.</returns>
    public static IServiceCollection UseTool(this IServiceCollection services, Uri uri)
        => services.AddSingleton(new PackageReference(uri.OriginalString));

    /// <summary>Sets the working directory of the build. <c>--working</c> wins over it.</summary>
    /// <param name="path">An absolute path, or one relative to the directory that the build is started in.</param>
    /// <returns>The same services.</returns>
    public static IServiceCollection UseWorkingDirectory(this IServiceCollection services, DirectoryPath path)
        => services.AddSingleton(new WorkingDirectory(path));

    /// <summary>Gives a Cake setting a value. Environment variables, cake.config and arguments win over it.</summary>
    /// <param name="key">The setting, such as <c>Paths_Tools</c>.</param>
    /// <returns>The same services.</returns>
    public static IServiceCollection UseCakeSetting(this IServiceCollection services, string key, string value)
        => services.AddSingleton(new CakeSetting(key, value));

    /// <summary>Sets the directory that tools are installed in.</summary>
    /// <param name="toolPath">An absolute path, or one relative to the working directory.</param>
    /// <returns>The same services.</returns>
    public static IServiceCollection UseToolPath(this IServiceCollection services, DirectoryPath toolPath)
        => services.UseCakeSetting("Paths_Tools", toolPath.FullPath);
}

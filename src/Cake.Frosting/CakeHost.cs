using System.Reflection;
using Cake.Frosting.Running;
using Microsoft.Extensions.DependencyInjection;

namespace Cake.Frosting;

/// <summary>
/// Runs a build whose tasks are classes. The public tasks of the entry assembly are found by themselves.
/// </summary>
public sealed class CakeHost
{
    private readonly ServiceCollection _services = [];
    private readonly List<Assembly> _assemblies = [];

    /// <summary>Creates a host with Cake's own services.</summary>
    public CakeHost()
    {
        DefaultServices.AddTo(_services);
        if (Assembly.GetEntryAssembly() is { } entry)
        {
            _assemblies.Add(entry);
        }
    }

    /// <summary>Creates a host with Cake's own services.</summary>
    /// <returns>The host.</returns>
    public static CakeHost Create() => new();

    /// <summary>Adds the public tasks of an assembly to the build. One that is added twice has each of its tasks twice, which fails the build.</summary>
    /// <param name="assembly">The assembly; not the entry assembly, which is there.</param>
    /// <returns>The same host.</returns>
    public CakeHost AddAssembly(Assembly assembly)
    {
        _assemblies.Add(assembly);
        return this;
    }

    /// <summary>Changes the services of the build. The last registration of a service wins over Cake's own.</summary>
    /// <param name="services">What to change.</param>
    /// <returns>The same host.</returns>
    public CakeHost ConfigureServices(Action<IServiceCollection> services)
    {
        services(_services);
        return this;
    }

    /// <summary>Runs the build.</summary>
    /// <param name="args">The arguments of the process; <c>--help</c> lists them.</param>
    /// <returns>0 when the build succeeded, the exit code of the <see cref="Core.CakeException"/> that failed it, or else 1.</returns>
    public int Run(IEnumerable<string> args)
    {
        // A copy, so that a host can run more than once.
        IServiceCollection services = new ServiceCollection();
        foreach (var service in _services)
        {
            services.Add(service);
        }

        foreach (var task in TaskDiscovery.FindIn(_assemblies))
        {
            services.AddSingleton(typeof(IFrostingTask), task);
        }

        return new HostRun(services).Execute([.. args]);
    }
}

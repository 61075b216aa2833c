using Cake.Cli;
using Cake.Core.Configuration;
using Cake.Core.Tooling;
using Microsoft.Extensions.DependencyInjection;

namespace Cake.Frosting.Running;

/// <summary>The services of a build that configures none. They are registered first, so that any other wins.</summary>
internal static class DefaultServices
{
    public static void AddTo(IServiceCollection services)
        => services
            .AddCakeDiagnostics()
            .UseCakeDefaultModules()
            .AddSingleton<IToolInstaller, DeferredToolInstaller>()
            .AddSingleton<ICakeConfiguration, HostConfiguration>()
            .AddSingleton<IVersionResolver, HostVersion>()
            .AddSingleton<VersionFeature>()
            .AddSingleton<InfoFeature>()
            .AddSingleton<BuildScriptHost<IFrostingContext>>()
            .AddSingleton<DryRunScriptHost<IFrostingContext>>()
            .AddSingleton<TreeScriptHost>()
            .AddSingleton<DescriptionScriptHost>()
            .AddSingleton<FrostingContext>()
            .AddSingleton<IFrostingContext>(p => p.GetRequiredService<FrostingContext>());
}

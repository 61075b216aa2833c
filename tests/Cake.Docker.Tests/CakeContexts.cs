using Cake.Cli;
using Cake.Core;
using Cake.Core.Configuration;
using Cake.Core.IO;
using Cake.Core.Tooling;
using Microsoft.Extensions.DependencyInjection;

namespace Cake.Docker.Tests;

/// <summary>Cake's own context, with the recorder in place of what starts processes or without.</summary>
internal static class CakeContexts
{
    public static ICakeContext Real() => Create(services => services);

    public static ICakeContext Recording(RecordingProcessRunner runner)
    {
        var context = Create(services => services.AddSingleton<IProcessRunner>(runner));
        // So that these tests need no docker.
        context.Tools.RegisterFile("/usr/bin/docker");
        return context;
    }

    private static ICakeContext Create(Func<IServiceCollection, IServiceCollection> change)
        => change(new ServiceCollection()
                .AddCakeDiagnostics()
                .UseCakeDefaultModules()
                .AddSingleton<IToolInstaller, NoToolInstaller>()
                .AddSingleton<ICakeArguments>(new CakeArguments(Array.Empty<string>().ToLookup(name => name)))
                .AddSingleton<ICakeConfiguration>(new CakeConfiguration(new Dictionary<string, string>())))
            .BuildServiceProvider()
            .GetRequiredService<ICakeContext>();

    private sealed class NoToolInstaller : IToolInstaller
    {
        public IEnumerable<FilePath> Install(Core.Packaging.PackageReference tool) => throw new InvalidOperationException("No test installs a tool.");
    }
}

using Cake.Cli;
using Cake.Core;
using Cake.Core.Diagnostics;
using Cake.Core.Packaging;
using Cake.Core.Scripting;
using Cake.Core.Tooling;
using Cake.Frosting.Arguments;
using Microsoft.Extensions.DependencyInjection;

namespace Cake.Frosting.Running;

/// <summary>One run of a host, from arguments to exit code.</summary>
internal sealed class HostRun(IServiceCollection services)
{
    /// <summary>A script host registered under this key replaces Cake's own printer of the task tree, which is sealed.</summary>
    public const string TreeKey = "tree";

    public int Execute(IReadOnlyList<string> arguments)
    {
        var commandLine = Understand(arguments, out var mistake);
        services.AddSingleton<ICakeArguments>(commandLine.ToCakeArguments());
        var provider = services.BuildServiceProvider();
        try
        {
            if (mistake is not null)
            {
                throw mistake;
            }

            Perform(commandLine, provider);
            return 0;
        }
        // Whatever a build throws becomes a message and an exit code.
        catch (Exception failure)
        {
            return Failure.Report(failure, provider.GetRequiredService<ICakeLog>());
        }
        finally
        {
            // Services may be disposable asynchronously only, which the synchronous call refuses.
            provider.DisposeAsync().AsTask().GetAwaiter().GetResult();
        }
    }

    private static CommandLine Understand(IReadOnlyList<string> arguments, out FrostingException? mistake)
    {
        try
        {
            mistake = null;
            return CommandLineParser.Parse(arguments);
        }
        catch (FrostingException exception)
        {
            mistake = exception;
            return new CommandLine();
        }
    }

    private static void Perform(CommandLine commandLine, IServiceProvider provider)
    {
        switch (commandLine.Mode)
        {
            case HostMode.Help:
                HelpText.WriteTo(provider.GetRequiredService<IConsole>());
                return;
            case HostMode.Version:
                provider.GetRequiredService<VersionFeature>().Run(provider.GetRequiredService<IConsole>());
                return;
            case HostMode.Info:
                provider.GetRequiredService<InfoFeature>().Run(provider.GetRequiredService<IConsole>());
                return;
        }

        provider.GetRequiredService<ICakeLog>().Verbosity = commandLine.Verbosity;
        WorkingDirectorySwitch.Apply(commandLine, provider);
        RunTargets(commandLine, provider);
    }

    private static void RunTargets(CommandLine commandLine, IServiceProvider provider)
    {
        var host = HostFor(commandLine.Mode, provider);
        var registration = ActivatorUtilities.CreateInstance<BuildRegistration>(provider);
        registration.RegisterAll();

        if (commandLine.Mode is HostMode.Build or HostMode.DryRun)
        {
            TargetCheck.Require(commandLine, host.Tasks);
            TargetOrder.Keep(commandLine, provider.GetRequiredService<ICakeEngine>(), host.Settings);
            InstallTools(provider);
        }

        if (commandLine.Exclusive)
        {
            host.Settings.UseExclusiveTarget();
        }

        host.RunTargets(commandLine.EffectiveTargets);
    }

    private static IScriptHost HostFor(HostMode mode, IServiceProvider provider) => mode switch
    {
        HostMode.DryRun => provider.GetRequiredService<DryRunScriptHost<IFrostingContext>>(),
        HostMode.Tree => provider.GetKeyedService<IScriptHost>(TreeKey) ?? provider.GetRequiredService<TreeScriptHost>(),
        HostMode.Description => provider.GetRequiredService<DescriptionScriptHost>(),
        _ => provider.GetRequiredService<BuildScriptHost<IFrostingContext>>(),
    };

    private static void InstallTools(IServiceProvider provider)
    {
        var installer = provider.GetRequiredService<IToolInstaller>();
        foreach (var tool in provider.GetServices<PackageReference>())
        {
            _ = installer.Install(tool).ToList();
        }
    }
}

using Cake.Core.IO;
using Cake.Core.Packaging;
using Cake.Core.Tooling;
using Microsoft.Extensions.DependencyInjection;

namespace Cake.Frosting.Running;

/// <summary>
/// Creates Cake's installer of tools when a tool is installed, not before. Cake's context asks for the installer at every
/// start, and the package installers behind it read the NuGet configuration of the machine: 40 ms that most builds don't need.
/// </summary>
internal sealed class DeferredToolInstaller(IServiceProvider provider) : IToolInstaller
{
    private readonly Lazy<ToolInstaller> _installer = new(() => ActivatorUtilities.CreateInstance<ToolInstaller>(provider));

    public IEnumerable<FilePath> Install(PackageReference tool) => _installer.Value.Install(tool);
}

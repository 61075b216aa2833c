using System.Reflection;
using Cake.Cli;
using Cake.Core;

namespace Cake.Frosting.Running;

/// <summary>
/// The version of Cake that the build runs on. Cake's own resolver reads the comment of the entry assembly, which is
/// a build of its own here and says nothing about Cake.
/// </summary>
internal sealed class HostVersion : IVersionResolver
{
    public string GetVersion() => GetProductVersion().Split('+')[0];

    public string GetProductVersion()
        => typeof(ICakeEngine).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion ?? "unknown";
}

using CliWrap;
using CliWrap.Buffered;
using Slipway.Testing;

namespace Slipway.Scripts.Tests;

/// <summary>A checkout with the real scripts and a host that takes a second to compile; its path has a space.</summary>
public sealed class Checkout : IDisposable
{
    private const string Program = """
        System.Console.WriteLine("host|" + string.Join('|', args) + "|" + System.Environment.GetEnvironmentVariable("SLIPWAY_IMAGES"));
        return args.Length > 0 && args[0] == "--fail" ? 7 : 0;
        """;

    public Checkout()
    {
        Directory.CreateDirectory(PathOf("build"));
        Directory.CreateDirectory(PathOf("src"));
        foreach (var script in new[] { "build.sh", "build.ps1" })
        {
            File.Copy(RepositoryFile.PathOf(script), PathOf(script));
        }

        File.Copy(RepositoryFile.PathOf("global.json"), PathOf("global.json"));
        File.WriteAllText(PathOf("Directory.Build.props"), """
            <Project>
              <PropertyGroup><UseArtifactsOutput>true</UseArtifactsOutput></PropertyGroup>
            </Project>
            """);
        File.WriteAllText(PathOf("build/Build.csproj"), """
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup>
                <OutputType>Exe</OutputType>
                <TargetFramework>net10.0</TargetFramework>
                <AssemblyName>slipway-build</AssemblyName>
              </PropertyGroup>
            </Project>
            """);
        File.WriteAllText(PathOf("build/Program.cs"), Program);
    }

    private string Folder { get; } = Directory.CreateTempSubdirectory("slipway scripts ").FullName;

    public string PathOf(string name) => Path.Combine(Folder, name);

    public Task<BufferedCommandResult> BuildAsync(string script, params string[] arguments) =>
        RunAsync(script, arguments, new Dictionary<string, string?> { ["SLIPWAY_IMAGES"] = null });

    public async Task<BufferedCommandResult> RunAsync(string script, string[] arguments, Dictionary<string, string?> environment)
    {
        var isPowerShell = script.EndsWith(".ps1", StringComparison.Ordinal);
        string[] command = isPowerShell ? [PowerShell, PathOf(script), .. arguments] : [PathOf(script), .. arguments];
        return await Cli.Wrap(isPowerShell ? "dotnet" : "bash")
            .WithArguments(command)
            .WithWorkingDirectory(Path.GetTempPath())
            .WithEnvironmentVariables(environment)
            .WithValidation(CommandResultValidation.None)
            .ExecuteBufferedAsync(TestContext.Current.CancellationToken);
    }

    public void Dispose() => Directory.Delete(Folder, recursive: true);

    private static string PowerShell => Path.Combine(
        AppContext.BaseDirectory.Replace("Slipway.Scripts.Tests", "Slipway.Scripts.PowerShell", StringComparison.Ordinal), "Slipway.Scripts.PowerShell.dll");
}

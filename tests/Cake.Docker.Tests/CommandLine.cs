using System.Diagnostics;

namespace Cake.Docker.Tests;

/// <summary>The docker of this machine, without an engine: it reads its arguments and can do nothing.</summary>
internal static class CommandLine
{
    public static bool Exists { get; } = (Environment.GetEnvironmentVariable("PATH") ?? string.Empty)
        .Split(Path.PathSeparator).Any(folder => File.Exists(Path.Combine(folder, "docker")));

    /// <summary>What docker has against options, with which it is asked for its help.</summary>
    /// <returns>Its first line; null when it takes them all.</returns>
    public static string? Complaint(string command, IEnumerable<string> options)
    {
        var start = new ProcessStartInfo("docker", [.. command.Split(' '), .. options, "--help"])
        {
            RedirectStandardError = true,
            RedirectStandardOutput = true,
            Environment = { ["DOCKER_HOST"] = "unix:///nowhere" },
        };
        using var docker = Process.Start(start)!;
        var printed = docker.StandardOutput.ReadToEndAsync();
        var complaint = docker.StandardError.ReadLine();
        docker.StandardError.ReadToEnd();
        printed.Wait();
        docker.WaitForExit();
        return docker.ExitCode == 0 ? null : complaint;
    }
}

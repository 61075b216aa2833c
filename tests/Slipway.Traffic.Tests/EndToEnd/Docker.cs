using System.Diagnostics;
using System.Text;
using Slipway.Traffic.Proxies;

namespace Slipway.Traffic.Tests.EndToEnd;

/// <summary>Runs the docker client.</summary>
internal static class Docker
{
    public static async Task<(int ExitCode, string Output, string Error)> TryAsync(IEnumerable<string> arguments, string input = "")
    {
        var start = new ProcessStartInfo("docker", arguments) { RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true };
        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEndAsync();
        var error = process.StandardError.ReadToEndAsync();
        try
        {
            await process.StandardInput.WriteAsync(input);
            process.StandardInput.Close();
        }
        catch (IOException)
        {
            // The command did not want its input; its exit code says the rest.
        }

        await process.WaitForExitAsync();
        return (process.ExitCode, await output, await error);
    }

    /// <summary>Reads the output of a command that would go on, up to the line that fits.</summary>
    public static async Task<string> FollowAsync(IEnumerable<string> arguments, Predicate<string> isLast)
    {
        using var deadline = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        deadline.CancelAfter(TimeSpan.FromSeconds(30));
        using var process = Process.Start(new ProcessStartInfo("docker", arguments) { RedirectStandardOutput = true, RedirectStandardError = true })!;
        var output = new StringBuilder();
        try
        {
            while (await process.StandardOutput.ReadLineAsync(deadline.Token) is { } line)
            {
                output.AppendLine(line);
                if (isLast(line))
                    break;
            }
        }
        finally
        {
            process.Kill();
        }

        return output.ToString();
    }

    public static async Task CopyAsync(ProxyFile file, string container)
    {
        // A folder that the image lacks is created by copying it; docker cp wants the parent to be there.
        var folder = Directory.CreateTempSubdirectory("traffic-");
        var local = Path.Combine(folder.FullName, file.Path.TrimStart('/'));
        Directory.CreateDirectory(Path.GetDirectoryName(local)!);
        await File.WriteAllTextAsync(local, file.Content);
        await RunAsync("cp", folder.FullName + "/.", $"{container}:/");
        folder.Delete(recursive: true);
    }

    public static async Task<string> RunAsync(params IEnumerable<string> arguments)
    {
        var (exitCode, output, error) = await TryAsync(arguments);
        exitCode.ShouldBe(0, $"docker {string.Join(' ', arguments)}: {error}{output}");
        return output.Trim();
    }
}

using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Slipway.Engine.Errors;

namespace Slipway.Engine.Addresses;

/// <summary>
/// The engine that docker itself would speak to: that of DOCKER_HOST, else of the context that DOCKER_CONTEXT names, else of the one that
/// <c>docker context use</c> has chosen, else the local one (docs.docker.com, "Docker contexts").
/// </summary>
/// <param name="Address">Its address, such as <c>ssh://user@host</c>.</param>
/// <param name="Context">The context that names it; null without one.</param>
/// <param name="Certificates">The folder with <c>ca.pem</c>, <c>cert.pem</c> and <c>key.pem</c>; null without TLS.</param>
internal sealed record DockerEndpoint(string Address, string? Context, string? Certificates)
{
    private const string LocalSocket = "unix:///var/run/docker.sock";
    private const string Default = "default";

    /// <summary>Finds it.</summary>
    /// <param name="variable">Gives the value of a variable of the environment, or null.</param>
    /// <param name="home">The user's home folder.</param>
    /// <returns>The engine.</returns>
    /// <exception cref="SlipwayException">The context is not there, or says nothing of an engine.</exception>
    public static DockerEndpoint Find(Func<string, string?> variable, string home)
    {
        var settings = variable("DOCKER_CONFIG") is { Length: > 0 } given ? given : Path.Combine(home, ".docker");
        if (variable("DOCKER_HOST") is { Length: > 0 } host)
        {
            return new(host, null, IsVerified(variable) ? variable("DOCKER_CERT_PATH") is { Length: > 0 } path ? path : settings : null);
        }

        var name = variable("DOCKER_CONTEXT") is { Length: > 0 } named ? named : CurrentContext(Path.Combine(settings, "config.json"));
        return name is null or Default ? new(LocalSocket, null, null) : OfContext(name, Path.Combine(settings, "contexts"));
    }

    private static bool IsVerified(Func<string, string?> variable) => variable("DOCKER_TLS_VERIFY") is { Length: > 0 } verify && verify != "0";

    private static string? CurrentContext(string file)
    {
        try
        {
            using var json = File.Exists(file) ? JsonDocument.Parse(File.ReadAllText(file)) : null;
            return json?.RootElement.TryGetProperty("currentContext", out var current) == true && current.GetString() is { Length: > 0 } name ? name : null;
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException or IOException or UnauthorizedAccessException)
        {
            throw new SlipwayException(ExitCode.BadConfiguration, $"{file} can't be read, so which engine is meant is not known: {e.Message}", "mend it", e);
        }
    }

    private static DockerEndpoint OfContext(string name, string folder)
    {
        var digest = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(name)));
        var file = Path.Combine(folder, "meta", digest, "meta.json");
        try
        {
            using var json = JsonDocument.Parse(File.ReadAllText(file));
            var docker = json.RootElement.GetProperty("Endpoints").GetProperty("docker");
            var certificates = Path.Combine(folder, "tls", digest, "docker");
            return new(docker.GetProperty("Host").GetString() is { Length: > 0 } host ? host : LocalSocket, name, Directory.Exists(certificates)
                ? certificates : null);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or JsonException or KeyNotFoundException or InvalidOperationException)
        {
            throw new SlipwayException(
                ExitCode.BadConfiguration, $"the docker context \"{name}\" is in force, but can't be read", "see what there is: docker context ls", e);
        }
    }
}

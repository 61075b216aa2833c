using System.Net;
using Slipway.Engine.Errors;

namespace Slipway.Engine.Addresses;

/// <summary>Finds and opens the way to the engine that is meant.</summary>
internal static class EngineAddress
{
    /// <summary>Opens the connection to an address.</summary>
    /// <param name="address">
    /// <c>ssh://user@host</c>, <c>unix:///path</c>, <c>tcp://127.0.0.1:2376</c>, or null: the engine that docker itself would speak to.
    /// </param>
    /// <param name="cancellation">Gives up.</param>
    /// <returns>The connection.</returns>
    /// <exception cref="SlipwayException">The address is of no known form, or nothing answers there.</exception>
    public static async Task<EngineConnection> OpenAsync(string? address, CancellationToken cancellation)
    {
        var endpoint = address is null
            ? DockerEndpoint.Find(Environment.GetEnvironmentVariable, Environment.GetFolderPath(Environment.SpecialFolder.UserProfile))
            : new DockerEndpoint(address, null, null);
        if (endpoint.Address.LastIndexOf('@') is > 0 and var at && endpoint.Address[..at].Count(c => c == ':') > 1)
        {
            // Not shown: neither here, nor in what names the engine later.
            throw new SlipwayException(
                ExitCode.BadConfiguration,
                "the address of the engine holds a password, which would be seen by all",
                "use ssh://user@host, and a key or an agent");
        }

        if (Uri.TryCreate(endpoint.Address, UriKind.Absolute, out var uri) && uri is not { Scheme: "ssh", Host.Length: 0 })
        {
            switch (uri.Scheme)
            {
                case "unix":
                    return new LocalConnection(uri.AbsolutePath, endpoint.Context);
                case "ssh":
                    return await SshConnection.OpenAsync(uri, endpoint.Context, cancellation);
                case "tcp" or "http" or "https" when IsHere(uri.Host):
                    return await TcpConnection.OpenAsync(uri, Named(uri, endpoint.Context), endpoint.Certificates, cancellation);
                case "tcp" or "http" or "https":
                    throw new SlipwayException(
                        ExitCode.BadConfiguration,
                        $"{Named(uri, endpoint.Context)} is elsewhere, and Slipway has to reach its containers too, which TCP alone does not give",
                        $"let ssh lead there: ssh://user@{uri.Host} as DOCKER_HOST, as \"host\" in slipway.yaml, or in the docker context");
            }
        }

        throw new SlipwayException(
            ExitCode.BadConfiguration,
                $"\"{endpoint.Address}\" is no address of an engine{(endpoint.Context is { } name ? $" (docker context {name})" : string.Empty)}",
            "use ssh://user@host or unix:///path/to/docker.sock");
    }

    private static string Named(Uri address, string? context) =>
        address.ToString().TrimEnd('/') + (context is null ? string.Empty : $" (docker context {context})");

    private static bool IsHere(string host) => host is "localhost" || (IPAddress.TryParse(host.Trim('[', ']'), out var address)
        && IPAddress.IsLoopback(address));
}

using Slipway.Engine.Errors;

namespace Slipway.Engine.Addresses;

/// <summary>Finds and opens the way to the engine that is meant.</summary>
internal static class EngineAddress
{
    private const string DefaultSocket = "/var/run/docker.sock";

    /// <summary>Opens the connection to an address.</summary>
    /// <param name="address"><c>ssh://user@host</c>, <c>unix:///path</c>, or null: DOCKER_HOST, else the local socket.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <returns>The connection.</returns>
    /// <exception cref="SlipwayException">The address is of no known form, or ssh can't connect.</exception>
    public static async Task<EngineConnection> OpenAsync(string? address, CancellationToken cancellation)
    {
        address ??= Environment.GetEnvironmentVariable("DOCKER_HOST") is { Length: > 0 } fromEnvironment ? fromEnvironment : "unix://" + DefaultSocket;
        if (Uri.TryCreate(address, UriKind.Absolute, out var uri))
        {
            switch (uri.Scheme)
            {
                case "unix":
                    return new LocalConnection(uri.AbsolutePath);
                case "ssh":
                    return await SshConnection.OpenAsync(uri, cancellation);
            }
        }

        throw new SlipwayException(
            ExitCode.BadConfiguration, $"\"{address}\" is no address of an engine", "use ssh://user@host or unix:///path/to/docker.sock");
    }
}

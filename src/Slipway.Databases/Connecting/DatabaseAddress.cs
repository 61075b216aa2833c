using System.Globalization;

namespace Slipway.Databases.Connecting;

/// <summary>Where a PostgreSQL database is and who enters. The password never shows in text.</summary>
public sealed record DatabaseAddress
{
    /// <summary>A host name or address, or the absolute path of the folder that a Unix socket is in.</summary>
    public required string Host { get; init; }

    /// <summary>The port; with a Unix socket it is part of the socket's name.</summary>
    public int Port { get; init; } = 5432;

    /// <summary>The role.</summary>
    public required string User { get; init; }

    /// <summary>The name of the database on the server.</summary>
    public required string Database { get; init; }

    /// <summary>The password, or null when the server asks for none.</summary>
    public DatabasePassword? Password { get; init; }

    /// <summary>Whether the connection is encrypted: no within a Docker network or an SSH connection, yes elsewhere.</summary>
    public bool Encrypted { get; init; }

    /// <summary>The file that a forwarded Unix socket must have to be found by <see cref="Host"/> and <see cref="Port"/>.</summary>
    /// <param name="folder">The folder, absolute.</param>
    /// <param name="port">The TCP port that the server would listen on, from 1 to 65535.</param>
    /// <returns>The socket's path.</returns>
    public static string SocketFile(string folder, int port = 5432) =>
        Path.Combine(folder, string.Create(CultureInfo.InvariantCulture, $".s.PGSQL.{port}"));

    /// <summary>The address without the password.</summary>
    /// <returns><c>user@host:port/database</c>.</returns>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{User}@{Host}:{Port}/{Database}");
}

namespace Slipway.Databases.Locks;

/// <summary>Who holds a migration lock, as the server sees it.</summary>
/// <param name="ProcessId">The server's process for that connection.</param>
/// <param name="Application">The name that the connection gave itself: which deployment, on which machine.</param>
/// <param name="Client">The client's address, or <c>local socket</c>.</param>
/// <param name="Since">When the connection was opened, by the server's clock.</param>
public sealed record LockHolder(int ProcessId, string Application, string Client, DateTimeOffset Since)
{
    /// <summary>The holder in words.</summary>
    /// <returns>One line for a person.</returns>
    public override string ToString() =>
        $"{Application} from {Client}, connected at {Since.UtcDateTime:yyyy-MM-dd HH:mm:ss} UTC (server process {ProcessId})";
}

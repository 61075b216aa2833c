using Slipway.Engine.Commands;

namespace Slipway.Deployment.Configuration;

/// <summary>Lets compose read its files, and ends it when it does not come to an end: a few lines of YAML can mean more than anybody could wait for.</summary>
internal static class PatientCompose
{
    /// <summary>How long it may take.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    /// <summary>Runs it.</summary>
    /// <param name="commands">Runs commands, and ends those that are given up.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <returns>How it ended.</returns>
    /// <exception cref="TimeoutException">It took longer, and was ended.</exception>
    public static async Task<CommandOutcome> RunAsync(ICommandRunner commands, CommandLine command, CancellationToken cancellation)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        limit.CancelAfter(Patience);
        try
        {
            return await commands.RunAsync(command, null, limit.Token);
        }
        catch (OperationCanceledException e) when (!cancellation.IsCancellationRequested)
        {
            throw new TimeoutException($"docker compose has not got to its end after {Patience.TotalSeconds:0} s", e);
        }
    }
}

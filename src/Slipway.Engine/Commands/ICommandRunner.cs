namespace Slipway.Engine.Commands;

/// <summary>The one seam to other programs.</summary>
public interface ICommandRunner
{
    /// <summary>Runs a command and hands on each line that it prints.</summary>
    /// <param name="line">Receives the lines of both outputs as they come; null to keep standard output for the outcome instead.</param>
    /// <param name="cancellation">Ends the command with its whole process tree.</param>
    /// <returns>How it ended; a non-zero exit code is no exception.</returns>
    /// <exception cref="Errors.SlipwayException">The program can't be started.</exception>
    Task<CommandOutcome> RunAsync(CommandLine command, Action<string>? line, CancellationToken cancellation);

    /// <summary>Runs a command and copies its standard output, byte for byte.</summary>
    /// <param name="output">Receives the standard output.</param>
    /// <param name="cancellation">Ends the command with its whole process tree.</param>
    /// <returns>How it ended.</returns>
    /// <exception cref="Errors.SlipwayException">The program can't be started.</exception>
    Task<CommandOutcome> StreamAsync(CommandLine command, Stream output, CancellationToken cancellation);
}

using System.ComponentModel;
using CliWrap;
using CliWrap.Exceptions;
using Slipway.Engine.Errors;
using Slipway.Processes;

namespace Slipway.Engine.Commands;

/// <summary>Runs commands through CliWrap, with DOCKER_HOST pointing at the engine of this deployment.</summary>
/// <param name="dockerHost">The value of DOCKER_HOST; null leaves it as it is.</param>
/// <param name="grace">How long a command gets to end when it is cancelled; null for 3 s.</param>
internal sealed class CommandRunner(string? dockerHost, TimeSpan? grace = null) : ICommandRunner
{
    private const int KeptErrors = 20;

    private TimeSpan Grace { get; } = grace ?? TimeSpan.FromSeconds(3);

    public async Task<CommandOutcome> RunAsync(CommandLine command, Action<string>? line, CancellationToken cancellation)
    {
        var output = new StringWriter();
        var (target, errors) = (line is null ? PipeTarget.ToDelegate(output.WriteLine) : PipeTarget.ToDelegate(line), new Queue<string>());
        var exitCode = await ExecuteAsync(command, target, line, errors, cancellation);
        return new CommandOutcome(exitCode, output.ToString(), [.. errors]);
    }

    public async Task<CommandOutcome> StreamAsync(CommandLine command, Stream output, CancellationToken cancellation)
    {
        var errors = new Queue<string>();
        var exitCode = await ExecuteAsync(command, PipeTarget.ToStream(output), null, errors, cancellation);
        return new CommandOutcome(exitCode, string.Empty, [.. errors]);
    }

    private async Task<int> ExecuteAsync(CommandLine command, PipeTarget output, Action<string>? line, Queue<string> errors, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();

        // First the polite signal to the whole family, so that docker can tell the engine; then force. Where a family can't be
        // told, or one of it hides, CliWrap's own ways follow.
        using var span = Spans.Begin(() => $"command: {string.Join(' ', command.Arguments.Take(2))}");
        var family = new ProcessFamily();
        var words = ComposeProgram.Words(command);
        var stopping = Task.CompletedTask;
        using var kill = new CancellationTokenSource();
        await using var stop = cancellation.Register(() =>
        {
            stopping = Task.Run(() => family.Stop(Grace), CancellationToken.None);
            kill.CancelAfter(Grace + Grace);
        });
        try
        {
            var result = await Cli.Wrap(words[0])
                .WithArguments(words.Skip(1))
                .WithWorkingDirectory(command.Folder ?? Directory.GetCurrentDirectory())
                .WithEnvironmentVariables(variables =>
                {
                    variables.Set("DOCKER_CLI_HINTS", "false").Set("COMPOSE_ANSI", "never").Set("COMPOSE_MENU", "false");
                    if (dockerHost is not null)
                    {
                        variables.Set("DOCKER_HOST", dockerHost);
                    }

                    variables.Set(family.Variable.Key, family.Variable.Value);
                    foreach (var (name, value) in ComposeProgram.Variables(command).Concat(command.Environment ?? new Dictionary<string, string>()))
                    {
                        variables.Set(name, value);
                    }
                })
                .WithStandardOutputPipe(output)
                .WithStandardErrorPipe(PipeTarget.ToDelegate(text =>
                {
                    errors.Enqueue(text);
                    if (errors.Count > KeptErrors)
                    {
                        errors.Dequeue();
                    }

                    line?.Invoke(text);
                }))
                .WithValidation(CommandResultValidation.None)
                .ExecuteAsync(kill.Token, OperatingSystem.IsLinux() ? CancellationToken.None : cancellation);
            cancellation.ThrowIfCancellationRequested();
            return result.ExitCode;
        }
        catch (Exception e) when (e is Win32Exception or CliWrapException)
        {
            throw new SlipwayException(
                ExitCode.MissingPart,
                $"\"{command.Arguments[0]}\" can't be started: {e.Message}",
                "let ./build.sh --bootstrap install what is missing on this machine",
                e);
        }
        finally
        {
            await stopping;
        }
    }
}

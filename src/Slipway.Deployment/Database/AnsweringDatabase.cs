using Slipway.Databases;
using Slipway.Databases.Backups;
using Slipway.Databases.Connecting;
using Slipway.Deployment.Configuration;
using Slipway.Deployment.Observation;
using Slipway.Engine.Addresses;
using Slipway.Engine.Api;
using Slipway.Engine.Errors;

namespace Slipway.Deployment.Database;

/// <summary>Asks the application's database while a deployment runs, as soon as it answers: this run may have started it.</summary>
/// <param name="connection">The way to its container.</param>
/// <param name="time">The clock.</param>
internal sealed class AnsweringDatabase(Application application, EngineConnection connection, EngineClient engine, TimeProvider time)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(200);

    /// <summary>Asks whether there is nothing in it that a dump would keep.</summary>
    /// <param name="cancellation">Gives up.</param>
    /// <exception cref="SlipwayException">It does not answer (<see cref="ExitCode.Refused"/>).</exception>
    public async Task<bool> IsEmptyAsync(CancellationToken cancellation)
    {
        var (_, isEmpty) = await AskAsync(
            async (a, c) => await DatabaseContent.ReadAsync(a, c) is var reading ? (reading.IsEmpty, reading.Problem) : default,
            "what there is to dump",
            cancellation);
        return isEmpty;
    }

    /// <summary>Asks until there is an answer, for half a minute at most.</summary>
    /// <typeparam name="T">What answers are.</typeparam>
    /// <param name="question">Asks once: the answer, or why there is none.</param>
    /// <param name="what">What is asked, for people.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <returns>The database's address, and its answer.</returns>
    /// <exception cref="SlipwayException">It does not answer (<see cref="ExitCode.Refused"/>).</exception>
    public async Task<(DatabaseAddress Address, T Answer)> AskAsync<T>(
        Func<DatabaseAddress, CancellationToken, Task<(T Answer, DatabaseProblem? Problem)>> question, string what, CancellationToken cancellation)
    {
        var began = time.GetTimestamp();
        while (true)
        {
            var (address, answer, problem) = await AskOnceAsync(question, cancellation);
            if (address is not null && problem is null)
            {
                return (address, answer!);
            }

            if (time.GetElapsedTime(began) > Patience)
            {
                throw new SlipwayException(
                    ExitCode.Refused,
                    $"{what} can't be known: {problem}",
                    $"look at: docker logs {application.ContainerOf(application.Settings.Database!.Service)}; nothing was migrated or switched");
            }

            await Task.Delay(Interval, time, cancellation);
        }
    }

    private async Task<(DatabaseAddress? Address, T? Answer, string? Problem)> AskOnceAsync<T>(
        Func<DatabaseAddress, CancellationToken, Task<(T Answer, DatabaseProblem? Problem)>> question, CancellationToken cancellation)
    {
        using var json = await engine.GetAsync("containers/json?all=1", cancellation);
        var containers = EngineReader.Containers(json!.RootElement, application.Name);
        if (await RunningDatabase.AddressAsync(application, containers, connection, cancellation) is not { } address)
        {
            return (null, default, RunningDatabase.WhyNot(application, containers));
        }

        var (answer, problem) = await question(address, cancellation);
        return (address, answer, problem?.ToString());
    }
}

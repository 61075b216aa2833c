namespace Slipway.EndToEnd.Machine;

/// <summary>The docker client, by which the tests look at the engine past Slipway.</summary>
internal static class Docker
{
    public static Task<ProgramResult> TryAsync(params IEnumerable<string> arguments) => RunningProgram.RunAsync(["docker", .. arguments]);

    public static async Task<string> RunAsync(params IEnumerable<string> arguments) =>
        (await TryAsync(arguments)).ShouldHaveEndedWith(0).Output.Trim();

    public static async Task<IReadOnlyList<string>> LinesAsync(params IEnumerable<string> arguments) =>
        [.. (await RunAsync(arguments)).Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(l => l.Trim()).Order(StringComparer.Ordinal)];
}

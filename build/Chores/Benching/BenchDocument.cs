using System.Globalization;

namespace Build.Chores.Benching;

/// <summary>The document of the figures: how they were made, then each benchmark's own tables.</summary>
internal static class BenchDocument
{
    /// <summary>Writes the document.</summary>
    /// <param name="day">When it was measured.</param>
    /// <param name="processors">How many processors the machine has.</param>
    /// <param name="parts">The tables of the benchmarks.</param>
    /// <returns>Markdown.</returns>
    public static string Of(DateOnly day, int processors, IReadOnlyList<string> parts) => string.Create(CultureInfo.InvariantCulture, $"""
        # Benchmark

        Written by `./build.sh --target=Bench --apply` on {day:yyyy-MM-dd}, on a machine with {processors} processors. The code is in `tests/Benchmarks`.

        All contenders of a table were measured in the same run and in turn, so that what else the machine did met them all. Each
        deploys the same application in turn the same three versions, all built beforehand, and each time is that of the whole command, from
        shell to shell. Meanwhile 8 clients read and 4 write through the proxy; they keep their connections, pause 50 and 100 ms between
        requests and never retry. An outage is the time in which no request succeeded although some were made; a client whose request
        failed asks again after 10 ms, so the number of failed requests grows with the outage. "Overhead beyond boot" is the
        command's time less the median time that the application alone takes to boot: the bot from the start of its container to the
        first 200 of its health address, and after it the poller, which may not run twice at once, until its health check is content.
        Both are measured in the same run under the same requests, or, where the row says so, both without any.
        Compose does not wait for the application: what it takes less than a boot, users wait for as an outage.

        The baseline, `samples/hello-bot-before`, is the application as the plan found it, deployed by its own script.


        """) + string.Join('\n', parts);
}

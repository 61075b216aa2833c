using System.Globalization;
using Slipway.Dockerfiles.Progress;

namespace Slipway.Linting.Verification;

/// <summary>Writes for people what builds before and after the fixes took.</summary>
internal static class VerificationText
{
    private const int WidestStep = 90;

    public static void Write(string file, IReadOnlyList<VerifiedBuild> builds, TextWriter output)
    {
        foreach (var build in builds)
        {
            output.WriteLine($"{file}: a {build.Kind} change ({build.File})");
            Write("before", build.Before, build.SecondsBefore, output);
            Write("after", build.After, build.SecondsAfter, output);
        }

        if (builds.Count == 0)
        {
            output.WriteLine($"{file}: nothing of the context is copied, so there is no change to replay");
        }
    }

    private static void Write(string when, IReadOnlyList<BuildStep> steps, double seconds, TextWriter output)
    {
        output.WriteLine(
            string.Create(CultureInfo.InvariantCulture, $"  {when}: {seconds:0.0} s, {steps.Count(s => s.IsCached)} of {steps.Count} steps cached"));
        foreach (var step in steps.OrderBy(s => s.Label, StringComparer.Ordinal).ThenBy(s => s.Index))
        {
            var took = step.IsCached ? "CACHED" : string.Create(CultureInfo.InvariantCulture, $"{step.Seconds:0.0} s");
            output.WriteLine($"    {took,8}  {(step.Text.Length <= WidestStep ? step.Text : step.Text[..(WidestStep - 3)] + "...")}");
        }
    }
}

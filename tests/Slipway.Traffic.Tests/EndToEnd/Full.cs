namespace Slipway.Traffic.Tests.EndToEnd;

/// <summary>What takes minutes is done only with SLIPWAY_E2E=full.</summary>
internal static class Full
{
    public const string Not = "SLIPWAY_E2E is not full";

    public static bool Is => Environment.GetEnvironmentVariable("SLIPWAY_E2E") == "full";
}

namespace Slipway.EndToEnd.Load;

/// <summary>How much the long tests do: SLIPWAY_E2E=full is what the project promises, otherwise a fifth of it.</summary>
internal static class Scale
{
    /// <summary>Why a test is left out that takes minutes.</summary>
    public const string Long = "SLIPWAY_E2E is not full";

    public static bool IsFull => Environment.GetEnvironmentVariable("SLIPWAY_E2E") == "full";

    public static int Deployments => IsFull ? 20 : 4;

    public static long Requests => IsFull ? 200_000 : 4_000;
}

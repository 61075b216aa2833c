using Slipway.Compose.Text;

namespace Slipway.Compose.Services;

/// <summary>What the restart policies of a service say of its end. As in compose, <c>deploy.restart_policy</c> wins over <c>restart</c>.</summary>
internal static class ServiceRestarts
{
    /// <summary>Whether it stays ended when it ends with exit code 0.</summary>
    public static bool MayEnd(JsonValue service) => Condition(service) is { } condition
        ? condition is "none" or "on-failure"
        : service.TextOf("restart") is null or "no" || TriesAgain(service);

    /// <summary>Whether it is started again after a failure only.</summary>
    public static bool TriesAgain(JsonValue service) => Condition(service) is { } condition
        ? condition == "on-failure"
        : service.TextOf("restart")?.StartsWith("on-failure", StringComparison.Ordinal) == true;

    /// <summary>Whether <c>deploy.restart_policy</c> says something.</summary>
    public static bool HasPolicy(JsonValue service) => Condition(service) is not null;

    private static string? Condition(JsonValue service) =>
        service.Get("deploy")?.Get("restart_policy") is { } policy ? policy.TextOf("condition") ?? "any" : null;
}

namespace Slipway.Options;

/// <summary>What the targets of users do, in a line each: for Cake's list of tasks, and for the help, which loads no task.</summary>
internal static class TargetDescriptions
{
    /// <summary>What <c>Plan</c> does.</summary>
    public const string Plan = "Says exactly what Deploy would do; changes nothing.";

    /// <summary>What <c>Deploy</c> does.</summary>
    public const string Deploy = "Deploys the application without losing a request.";

    /// <summary>What <c>Rollback</c> does.</summary>
    public const string Rollback = "Goes back to the release before, or with --release=NAME to a kept one.";

    /// <summary>What <c>Release</c> does.</summary>
    public const string Release = "Gives the application back to plain compose, as if Slipway had never been there.";

    /// <summary>What <c>Status</c> does.</summary>
    public const string Status = "Says what runs and what can be rolled back to; changes nothing.";

    /// <summary>What <c>Init</c> does.</summary>
    public const string Init = "Writes slipway.yaml for a compose application that has none.";

    /// <summary>What <c>Lint</c> does.</summary>
    public const string Lint = "Finds what makes builds and deployments slow or unsafe; changes nothing.";

    /// <summary>What <c>Optimize</c> does.</summary>
    public const string Optimize = "Shows how what Lint finds is mended; --apply mends it, --verify tries it on the engine.";

    /// <summary>All of them, in the order of the help.</summary>
    public static IReadOnlyList<(string Target, string Text)> All { get; } =
    [
        (nameof(Plan), Plan),
        (nameof(Deploy), Deploy),
        (nameof(Rollback), Rollback),
        (nameof(Release), Release),
        (nameof(Status), Status),
        (nameof(Init), Init),
        (nameof(Lint), Lint),
        (nameof(Optimize), Optimize),
    ];
}

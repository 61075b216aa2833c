namespace Slipway.Observability.Journal;

/// <summary>What runs do, as journals and histories name it.</summary>
public static class RunAction
{
    /// <summary>A release is brought out.</summary>
    public const string Deploy = "Deploy";

    /// <summary>A release that served before is returned to.</summary>
    public const string Rollback = "Rollback";

    /// <summary>The application is given back to plain compose.</summary>
    public const string Release = "Release";
}

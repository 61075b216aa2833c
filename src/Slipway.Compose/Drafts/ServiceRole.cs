namespace Slipway.Compose.Drafts;

/// <summary>What services are for, in the words that a person is told.</summary>
internal static class ServiceRole
{
    /// <summary>It runs to its end.</summary>
    public const string Job = "job";

    /// <summary>It holds data.</summary>
    public const string Data = "data";

    /// <summary>It stands before others.</summary>
    public const string Front = "front";

    /// <summary>Only one of it can be there.</summary>
    public const string Single = "single";

    /// <summary>It looks for its work itself.</summary>
    public const string Seeker = "worker";

    /// <summary>It answers HTTP.</summary>
    public const string Web = "web";

    /// <summary>None of these is known.</summary>
    public const string Other = "unknown";
}

namespace Slipway.Hosts;

/// <summary>The process's own streams, for what answers without Cake.</summary>
internal static class StandardStreams
{
    /// <summary>The standard output.</summary>
    public static TextWriter Output => Console.Out;

    /// <summary>The standard error.</summary>
    public static TextWriter Errors => Console.Error;

    /// <summary>Where a person answers; null when nobody is there.</summary>
    public static TextReader? Answers => Console.IsInputRedirected || Console.IsOutputRedirected ? null : Console.In;
}

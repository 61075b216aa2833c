using System.Diagnostics;

namespace Slipway.Engine;

/// <summary>Where time goes, for whoever listens; nothing is measured while nobody does.</summary>
public static class Spans
{
    /// <summary>The name of the source of all spans.</summary>
    public const string Source = "Slipway";

    private static readonly ActivitySource Spending = new(Source);

    /// <summary>Begins a span, which ends when it is disposed.</summary>
    /// <param name="what">What takes the time, in a few words.</param>
    /// <returns>The span; null while nobody listens.</returns>
    public static IDisposable? Begin(string what) => Spending.HasListeners() ? Spending.StartActivity(what) : null;

    /// <summary>Begins a span whose name takes time to make.</summary>
    /// <param name="what">Gives what takes the time.</param>
    /// <returns>The span; null while nobody listens.</returns>
    public static IDisposable? Begin(Func<string> what) => Spending.HasListeners() ? Spending.StartActivity(what()) : null;
}

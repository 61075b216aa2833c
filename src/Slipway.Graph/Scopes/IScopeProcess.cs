namespace Slipway.Graph.Scopes;

/// <summary>A started process with all that it started, as what a task leaves behind.</summary>
internal interface IScopeProcess
{
    /// <summary>Whether the process itself has not ended yet.</summary>
    bool IsRunning { get; }

    /// <summary>Ends them all, politely first and then by force, and returns when none is left.</summary>
    void Stop();

    /// <summary>Kills them all at once and returns when none is left.</summary>
    void Kill();
}

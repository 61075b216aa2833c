namespace Slipway.Graph.Output;

/// <summary>The lines by which a CI service's log viewer folds a task's output.</summary>
internal interface IFoldMarkers
{
    /// <summary>The text that opens a block, its line end included.</summary>
    string Open(string task, DateTimeOffset at);

    /// <summary>The text that closes a block, its line end included.</summary>
    string Close(string task, DateTimeOffset at);
}

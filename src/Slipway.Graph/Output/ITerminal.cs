namespace Slipway.Graph.Output;

/// <summary>Where output goes in the end: the one place that touches the console.</summary>
internal interface ITerminal
{
    /// <summary>Whether a person watches a terminal that can move its cursor.</summary>
    bool IsInteractive { get; }

    bool UsesColour { get; }

    /// <summary>Columns; at least 20.</summary>
    int Width { get; }

    /// <summary>Rows; at least 5.</summary>
    int Height { get; }

    void Write(string text);

    void WriteError(string text);

    string? Variable(string name);
}

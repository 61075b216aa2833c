namespace Slipway.Deployment.Planning.Steps;

/// <summary>Writes a file on this machine, atomically.</summary>
/// <param name="Path">The file, absolute.</param>
/// <param name="Shown">The file as people know it.</param>
/// <param name="Content">The text.</param>
public sealed record WriteFileStep(string Path, string Shown, string Content) : Step
{
    /// <summary>Whether others are to read it: it is no file of Slipway's own folder.</summary>
    public bool IsShared { get; init; }

    /// <inheritdoc/>
    public override string Command => $"write {Shown}";
}

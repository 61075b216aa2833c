namespace Slipway.Deployment.Configuration;

/// <summary>A position in a file.</summary>
/// <param name="File">The file as the user named it.</param>
/// <param name="Line">Line, from 1; 0 for the file as a whole.</param>
/// <param name="Column">Column, from 1; 0 for the file as a whole.</param>
public sealed record Place(string File, int Line = 0, int Column = 0)
{
    /// <summary>No place.</summary>
    public static Place None { get; } = new(string.Empty);

    /// <inheritdoc/>
    public override string ToString() => Line == 0 ? File : $"{File}:{Line}:{Column}";
}

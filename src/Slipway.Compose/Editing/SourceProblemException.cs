namespace Slipway.Compose.Editing;

/// <summary>Ends the reading of a file; the message is meant for a person.</summary>
/// <param name="offset">The character that is wrong, from 0.</param>
/// <param name="message">What is wrong.</param>
public sealed class SourceProblemException(int offset, string message) : Exception(message)
{
    /// <summary>The character that is wrong, from 0.</summary>
    public int Offset => offset;
}

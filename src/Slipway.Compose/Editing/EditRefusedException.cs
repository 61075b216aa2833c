namespace Slipway.Compose.Editing;

/// <summary>Ends the making of an edit that can't be made; the message says why, without a full stop.</summary>
/// <param name="message">Why not.</param>
public sealed class EditRefusedException(string message) : Exception(message);

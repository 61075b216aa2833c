namespace Slipway.Dockerfiles.Substitution;

/// <summary>Text that can't be expanded. It never leaves <see cref="Expander"/>: callers see <see cref="Expansion.Error"/>.</summary>
/// <param name="message">Why not.</param>
public sealed class ExpansionException(string message) : Exception(message);

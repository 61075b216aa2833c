namespace Slipway.Databases;

/// <summary>Something that stands in the way, told to a person. It never holds a secret.</summary>
/// <param name="Place">Where: <c>file:line</c>, a path, or the database's address without a password.</param>
/// <param name="Message">What is wrong, without a full stop.</param>
/// <param name="Remedy">What to do about it, without a full stop; empty when there is nothing to advise.</param>
public sealed record DatabaseProblem(string Place, string Message, string Remedy = "")
{
    /// <summary>The problem as one line for a person.</summary>
    /// <returns><c>place: message; remedy</c>.</returns>
    public override string ToString() => Remedy.Length == 0 ? $"{Place}: {Message}" : $"{Place}: {Message}; {Remedy}";
}

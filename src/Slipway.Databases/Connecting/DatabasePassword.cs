namespace Slipway.Databases.Connecting;

/// <summary>A password: it goes to the server and nowhere else.</summary>
/// <param name="value">The password.</param>
public sealed class DatabasePassword(string value)
{
    internal string Value { get; } = value;

    /// <summary>Says that there is one.</summary>
    /// <returns>Three asterisks.</returns>
    public override string ToString() => "***";
}

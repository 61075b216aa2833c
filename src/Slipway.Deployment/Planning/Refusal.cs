namespace Slipway.Deployment.Planning;

/// <summary>A reason why a deployment must not start.</summary>
/// <param name="Message">What is wrong, and where.</param>
/// <param name="Remedy">What to do about it.</param>
public sealed record Refusal(string Message, string Remedy)
{
    /// <summary>The refusal among others, each on lines of its own.</summary>
    /// <returns>Two lines, each with a line end before it.</returns>
    public override string ToString() => $"{Environment.NewLine}  {Message}{Environment.NewLine}    -> {Remedy}";
}

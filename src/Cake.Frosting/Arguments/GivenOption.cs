namespace Cake.Frosting.Arguments;

/// <summary>An option as it was given. Its value is null when it was given none.</summary>
internal sealed record GivenOption(string Name, string? Value);

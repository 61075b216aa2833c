namespace Slipway.Architecture.Tests.Folders;

/// <summary>That one type refers to another of its assembly.</summary>
/// <param name="From">The full name of the type that refers.</param>
/// <param name="To">The full name of the type that is referred to.</param>
internal sealed record TypeArrow(string From, string To);

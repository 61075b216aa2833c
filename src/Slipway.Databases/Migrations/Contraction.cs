namespace Slipway.Databases.Migrations;

/// <summary>An operation of a migration after which the previous release can no longer work with the database.</summary>
/// <param name="What">The operation in words: <c>drop_column messages.author</c>.</param>
/// <param name="File">The migration's file.</param>
/// <param name="Line">Where in it the operation is, from 1.</param>
public sealed record Contraction(string What, string File, int Line)
{
    /// <summary>Where it is.</summary>
    /// <returns><c>file:line: what</c>.</returns>
    public override string ToString() => $"{File}:{Line}: {What}";
}

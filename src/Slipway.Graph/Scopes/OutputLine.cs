using Cake.Core.Diagnostics;

namespace Slipway.Graph.Scopes;

/// <summary>One line of output of a task.</summary>
internal readonly record struct OutputLine(LogLevel Level, string Text);

using Cake.Core.Diagnostics;

namespace Slipway.Graph.Observing;

/// <summary>A line of output; it may contain line breaks if it was written at once.</summary>
/// <param name="Task">The name of the task that wrote it; null outside tasks.</param>
/// <param name="At">When.</param>
/// <param name="Level">Its level; what child processes write is Information.</param>
/// <param name="Text">The text without colours and without the last line end.</param>
public sealed record TaskLine(string? Task, DateTimeOffset At, LogLevel Level, string Text);

namespace Slipway.Graph.Tests.Scheduling;

/// <summary>When each task of a virtual run ran.</summary>
internal sealed record VirtualLog(IReadOnlyDictionary<int, (double Start, double End)> Spans, int MostAtOnce)
{
    public double Makespan => Spans.Values.Max(s => s.End);
}

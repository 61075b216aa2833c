using System.Runtime.CompilerServices;
using Cake.Core;
using Slipway.Graph.Records;

namespace Slipway.Graph.Reporting;

/// <summary>Keeps what Cake's report has no room for, beside the report that it belongs to.</summary>
internal sealed class RunRecorder
{
    private readonly ConditionalWeakTable<CakeReport, RunRecord> _records = [];

    public void Keep(CakeReport report, RunRecord record) => _records.AddOrUpdate(report, record);

    public RunRecord? Find(CakeReport report) => _records.TryGetValue(report, out var record) ? record : null;
}

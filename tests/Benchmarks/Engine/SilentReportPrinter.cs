using Cake.Core;
using Cake.Core.Diagnostics;

namespace Benchmarks.Engine;

/// <summary>Throws everything away.</summary>
internal sealed class SilentReportPrinter : ICakeReportPrinter
{
    public void Write(CakeReport report)
    {
    }

    public void WriteLifeCycleStep(string name, Verbosity verbosity)
    {
    }

    public void WriteStep(string name, Verbosity verbosity)
    {
    }

    public void WriteSkippedStep(string name, Verbosity verbosity)
    {
    }
}

using System.Globalization;
using Cake.Core.Diagnostics;

namespace Cake.Frosting.Tests;

/// <summary>A log of somebody else's.</summary>
internal sealed class RecordingLog : ICakeLog
{
    public Verbosity Verbosity { get; set; }

    public List<string> Errors { get; } = [];

    public void Write(Verbosity verbosity, LogLevel level, string format, params object[] args)
    {
        if (level is LogLevel.Error or LogLevel.Fatal)
        {
            Errors.Add(string.Format(CultureInfo.InvariantCulture, format, args));
        }
    }
}

using Slipway.Dockerfiles.Forecasting;
using Slipway.Findings.Sources;

namespace Slipway.Linting.Forecasts;

/// <summary>What the last commits would have rebuilt with a Dockerfile, as it is and as Optimize would make it.</summary>
/// <param name="Source">The Dockerfile.</param>
/// <param name="PerMonth">Commits a month; null when the history doesn't tell.</param>
/// <param name="Before">As it is.</param>
/// <param name="After">With the fixes; null when there are none.</param>
internal sealed record FileForecast(SourceText Source, double? PerMonth, HistoryForecast Before, HistoryForecast? After);

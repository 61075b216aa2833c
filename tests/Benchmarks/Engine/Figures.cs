namespace Benchmarks.Engine;

/// <summary>The median, the 95th percentile and the greatest of some measurements.</summary>
/// <param name="Median">Half of them are at most this.</param>
/// <param name="P95">95 in 100 are at most this.</param>
/// <param name="Max">The greatest.</param>
/// <param name="Count">How many there are.</param>
internal sealed record Figures(double Median, double P95, double Max, int Count)
{
    public static Figures Of(IEnumerable<double> values)
    {
        var sorted = values.Order().ToArray();
        return new Figures(At(0.5), At(0.95), sorted[^1], sorted.Length);

        double At(double quantile) => sorted[(int)Math.Ceiling(quantile * sorted.Length) - 1];
    }
}

using System.Numerics;

namespace Slipway.Load.Measuring;

/// <summary>Counts times in buckets that are 1/64 of a power of two wide, so that a percentile is exact to 1.6%.</summary>
internal sealed class LatencyHistogram
{
    private const int SubBuckets = 64;
    private const int Exact = 6;
    private readonly long[] _counts = new long[SubBuckets * 40];
    private long _total;
    private long _longest;

    public TimeSpan Longest => Time(_longest);

    public void Add(TimeSpan time)
    {
        var microseconds = Math.Max(0, (long)time.TotalMicroseconds);
        _counts[Math.Min(Bucket(microseconds), _counts.Length - 1)]++;
        _total++;
        _longest = Math.Max(_longest, microseconds);
    }

    public void Add(LatencyHistogram other)
    {
        for (var i = 0; i < _counts.Length; i++)
        {
            _counts[i] += other._counts[i];
        }

        _total += other._total;
        _longest = Math.Max(_longest, other._longest);
    }

    /// <param name="share">0 to 1.</param>
    public TimeSpan Percentile(double share)
    {
        var rank = Math.Max(1, (long)Math.Ceiling(share * _total));
        var seen = 0L;
        for (var i = 0; i < _counts.Length; i++)
        {
            if ((seen += _counts[i]) >= rank)
            {
                return Time(Math.Min(UpperEnd(i), _longest));
            }
        }

        return TimeSpan.Zero;
    }

    private static int Bucket(long value)
    {
        if (value < SubBuckets)
        {
            return (int)value;
        }

        var shift = BitOperations.Log2((ulong)value) - Exact;
        return ((shift + 1) * SubBuckets) + (int)((value >> shift) - SubBuckets);
    }

    private static long UpperEnd(int bucket)
    {
        if (bucket < SubBuckets)
        {
            return bucket;
        }

        var shift = (bucket / SubBuckets) - 1;
        return ((long)((bucket % SubBuckets) + SubBuckets + 1) << shift) - 1;
    }

    private static TimeSpan Time(long microseconds) => TimeSpan.FromMicroseconds(microseconds);
}

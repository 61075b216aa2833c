namespace Slipway.Observability.Journal;

/// <summary>
/// Names a run: 9 digits of its start in milliseconds since 1970 and 4 by chance, all of Crockford's base 32
/// (https://www.crockford.com/base32.html), so that names sort like starts and two runs on two machines don't share one.
/// </summary>
internal static class RunId
{
    private const string Digits = "0123456789abcdefghjkmnpqrstvwxyz";
    private const int TimeDigits = 9;
    private const int ChanceDigits = 4;
    private const int BitsOfDigit = 5;

    // The digits by chance only have to differ: nothing is kept secret by them.
    public static string Of(DateTimeOffset start) =>
        Text(start.ToUnixTimeMilliseconds(), TimeDigits) + Text(Random.Shared.Next(1 << (ChanceDigits * BitsOfDigit)), ChanceDigits);

    private static string Text(long number, int digits) =>
        string.Concat(Enumerable.Range(1, digits).Select(d => Digits[(int)((number >> ((digits - d) * BitsOfDigit)) & 31)]));
}

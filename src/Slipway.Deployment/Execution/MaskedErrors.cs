using Slipway.Engine.Errors;
using Slipway.Observability.Journal;

namespace Slipway.Deployment.Execution;

/// <summary>Takes secrets out of errors.</summary>
internal static class MaskedErrors
{
    /// <summary>The same error without secrets.</summary>
    /// <param name="mask">Knows the secrets.</param>
    /// <returns>An error whose message holds none; the cause is dropped where it could.</returns>
    public static SlipwayException Masked(this SlipwayException error, SecretMask mask) =>
        Clean(error.ToString(), mask) == error.ToString() ? error : new SlipwayException(error.Code, Clean(error.Message, mask));

    private static string Clean(string text, SecretMask mask) => VisibleText.Of(mask.Apply(text));
}

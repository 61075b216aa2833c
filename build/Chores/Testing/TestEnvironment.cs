namespace Build.Chores.Testing;

/// <summary>The variables by which tests find images and samples of other people's files.</summary>
internal static class TestEnvironment
{
    private const string Public = "docker.io/library";

    /// <summary>Where images come from: as the bootstrap settled it, else the public registry.</summary>
    public static string Images => Environment.GetEnvironmentVariable("SLIPWAY_IMAGES") is { Length: > 0 } prefix ? prefix : Public;

    /// <summary>The variables.</summary>
    /// <param name="checkout">The checkout, beside which the corpus may lie.</param>
    /// <returns>What is set on top of this process's own.</returns>
    public static Dictionary<string, string> Of(Checkout checkout)
    {
        var variables = new Dictionary<string, string> { ["SLIPWAY_IMAGES"] = Images };
        var corpus = Environment.GetEnvironmentVariable("SLIPWAY_CORPUS") is { Length: > 0 } given
            ? given
            : Path.GetFullPath(checkout.At("..", "shared", "corpus"));
        if (Directory.Exists(corpus))
        {
            variables["SLIPWAY_CORPUS"] = corpus;
        }

        return variables;
    }
}

using System.Text.Encodings.Web;
using System.Text.Json;
using CsCheck;
using Slipway.Observability.Journal;

namespace Slipway.Observability.Tests.Journal;

/// <summary>Secrets are kept out of every text.</summary>
public sealed class SecretMaskSpecs
{
    private static readonly Gen<string> Secrets = Gen.String[Gen.Char['!', '~'], 4, 24];

    [Fact]
    public void No_text_holds_a_masked_secret() => Gen.Select(Secrets.Array[1, 5], Gen.String[Gen.Char[' ', '~'], 0, 40]).Sample((secrets, text) =>
    {
        var masked = new SecretMask(secrets).Apply(string.Join(text, secrets) + text);

        // What stands for a secret may happen to be one.
        var rest = masked.Replace(SecretMask.Replacement, "\0", StringComparison.Ordinal);
        return secrets.All(s => !rest.Contains(s, StringComparison.Ordinal) || s.All(c => c == '*'));
    });

    [Fact]
    public void A_longer_secret_goes_before_a_shorter_one_in_it() =>
        new SecretMask(["word", "password"]).Apply("password and word").ShouldBe("***** and *****");

    [Fact]
    public void A_secret_is_masked_in_json_as_well()
    {
        const string Secret = "a\"b\\c\td";
        var json = $"\"{JsonEncodedText.Encode(Secret, JavaScriptEncoder.UnsafeRelaxedJsonEscaping)}\"";

        new SecretMask([Secret]).Apply(json).ShouldBe("\"*****\"");
    }

    [Fact]
    public void Each_line_of_a_private_key_is_masked() =>
        new SecretMask(["-----BEGIN KEY-----\nMIIBOgIBAAJBAK\n-----END KEY-----\n"]).Apply("> MIIBOgIBAAJBAK").ShouldBe("> *****");

    [Theory]
    [InlineData("POSTGRES_PASSWORD", true)]
    [InlineData("bot_token", true)]
    [InlineData("AWS_SECRET_ACCESS_KEY", true)]
    [InlineData("SENTRY_DSN", true)]
    [InlineData("ApiKey", true)]
    [InlineData("POSTGRES_USER", false)]
    [InlineData("PATH", false)]
    public void A_secret_is_known_by_its_name(string variable, bool secret) => SecretMask.IsSecretName(variable).ShouldBe(secret);

    [Fact]
    public void Values_too_short_to_hide_leave_texts_as_they_are() => new SecretMask(["1", "abc"]).Apply("abc 1").ShouldBe("abc 1");
}

using System.Text;
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

    [Fact]
    public void A_secret_is_masked_wherever_in_a_base64_text_it_stands() => Gen.Select(Secrets, Gen.Byte.Array[0, 5], Gen.Byte.Array[0, 5]).Sample((secret, before, after) =>
    {
        var text = Convert.ToBase64String([.. before, .. Encoding.UTF8.GetBytes(secret + "1234"), .. after]);

        var masked = new SecretMask([secret + "1234"]).Apply(text);

        return masked.Contains(SecretMask.Replacement, StringComparison.Ordinal) && !masked.Contains(text[(text.Length / 3)..(text.Length * 2 / 3)], StringComparison.Ordinal);
    });

    [Theory]
    [InlineData("pa%24s%2Fw%20rd%3F%C3%A9")]
    [InlineData("pa%24s%2fw%20rd%3f%c3%a9")]
    [InlineData("pa$s/w+rd?%C3%A9")]
    [InlineData("pa%24s%2Fw+rd%3Fé")]
    [InlineData("pa\\u0024s\\u002Fw rd?\\u00E9")]
    [InlineData("pa$s\\/w rd?\u00e9")]
    [InlineData("%70a$s/w rd?\u00e9")]
    public void A_secret_is_masked_as_urls_forms_and_json_write_it(string written) =>
        new SecretMask(["pa$s/w rd?\u00e9"]).Apply($"> {written} <").ShouldBe("> ***** <");

    [Theory]
    [InlineData("""it''s "50%" of $a & <b>""")]
    [InlineData("""it'\''s "50%" of $a & <b>""")]
    [InlineData("""it'"'"'s "50%" of $a & <b>""")]
    [InlineData("""it\'s\ \"50\%\"\ of\ \$a\ \&\ \<b\>""")]
    [InlineData("""it's \"50%\" of $$a & <b>""")]
    [InlineData("""it's \\\"50%\\\" of $a \\u0026 \\u003cb\\u003e""")]
    [InlineData("it&#39;s &quot;50%&quot; of $a &amp; &lt;b&gt;")]
    [InlineData("it's%2520%252250%2525%2522%2520of%2520$a%2520%2526%2520%253Cb%253E")]
    [InlineData("it's \"50%%\" of $a & <b>")]
    public void A_secret_is_masked_as_shells_yaml_and_xml_write_it(string written) =>
        new SecretMask(["it's \"50%\" of $a & <b>"]).Apply($"> {written} <").ShouldBe("> ***** <");

    [Theory]
    [InlineData(64)]
    [InlineData(76)]
    public void A_long_secret_is_masked_in_the_lines_that_base64_is_broken_into(int width)
    {
        var secret = string.Join('-', Enumerable.Range(1000, 40));
        var lines = Convert.ToBase64String(Encoding.UTF8.GetBytes(secret)).Chunk(width).Select(c => new string(c)).ToList();

        lines.Select(new SecretMask([secret]).Apply).ShouldAllBe(l => l.Replace(SecretMask.Replacement, string.Empty, StringComparison.Ordinal).Length < 4);
    }

    [Theory]
    [InlineData("postgres://shop:s3cret@db/shop", "postgres://shop:*****@db/shop")]
    [InlineData("cloning https://ghp_t0ken@git.example/a.git", "cloning https://*****@git.example/a.git")]
    [InlineData("ssh://deploy@host", "ssh://deploy@host")]
    [InlineData("redis://:s3cret@cache:6379/0 is up", "redis://:*****@cache:6379/0 is up")]
    [InlineData("amqp://a:p@ss@queue", "amqp://a:*****@queue")]
    [InlineData("http://host:8080/@me", "http://host:8080/@me")]
    [InlineData("https://host/path", "https://host/path")]
    public void A_password_in_a_url_is_masked_although_nobody_knows_it(string text, string masked) => SecretMask.None.Apply(text).ShouldBe(masked);

    [Theory]
    [InlineData("postgres://shop:s3%2Fcret@db/shop", "s3%2Fcret", "s3/cret")]
    [InlineData("host=db user=shop password=s3cret dbname=shop", "s3cret", "s3cret")]
    [InlineData("Server=db;Password=s3cret;", "s3cret", "s3cret")]
    [InlineData("level: info\nadmin-password: s3cret\nport: 80", "s3cret", "s3cret")]
    [InlineData("{\"api_key\": \"s3, cret\", \"user\": \"a\"}", "s3, cret", "s3, cret")]
    [InlineData("sh -c 'run --auth-token=s3cret --level=debug'", "s3cret", "s3cret")]
    [InlineData("password: ${PASSWORD}")]
    [InlineData("token://host")]
    public void Passwords_are_found_in_values_of_whatever_name(string value, params string[] passwords) =>
        SecretMask.PasswordsIn(value).ShouldBe(passwords);

    [Theory]
    [InlineData("SMTP_PASS", true)]
    [InlineData("DB_PWD", true)]
    [InlineData("KEY_PASSPHRASE", true)]
    [InlineData("ENCRYPTION_KEY", true)]
    [InlineData("KEYBOARD", false)]
    [InlineData("PASSENGERS", false)]
    [InlineData("POSTGRES_PASSWORD", true)]
    [InlineData("bot_token", true)]
    [InlineData("AWS_SECRET_ACCESS_KEY", true)]
    [InlineData("SENTRY_DSN", true)]
    [InlineData("ApiKey", true)]
    [InlineData("POSTGRES_USER", false)]
    [InlineData("PATH", false)]
    public void A_secret_is_known_by_its_name(string variable, bool secret) => SecretMask.IsSecretName(variable).ShouldBe(secret);

    [Fact]
    public void Values_too_short_to_hide_leave_texts_as_they_are() => new SecretMask(["1", "abc", "true"]).Apply("abc 1 true").ShouldBe("abc 1 true");
}

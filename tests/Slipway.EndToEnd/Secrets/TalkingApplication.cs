using System.Globalization;
using System.Text;
using System.Text.Json;
using Slipway.EndToEnd.Applications;
using Slipway.EndToEnd.Hosts;
using Slipway.Testing.Network;

namespace Slipway.EndToEnd.Secrets;

/// <summary>The application of Fixtures/secrets, with a secret from each place, whose programs print all of them in all forms.</summary>
internal sealed class TalkingApplication : DeployedApplication
{
    private static readonly (string Name, string Source)[] OfDotEnv =
    [
        ("APP_TOKEN", "variable of .env"), ("TEXT_TOKEN", "variable of .env in a text"), ("SIGNING_KEY", "variable of .env in a command"),
        ("OF_DOT_ENV", "secret of .env"),
    ];

    private TalkingApplication(SlipwayProgram program)
        : base(program, Path.Combine(AppContext.BaseDirectory, "Fixtures", "secrets"))
    {
    }

    /// <summary>A word that is printed after each secret, to see that they were printed.</summary>
    public const string Witness = "was told";

    public static async Task<TalkingApplication> CreateAsync(SlipwayProgram program)
    {
        var application = new TalkingApplication(program);
        await application.CopyAsync();
        application.Edit("slipway.yaml", "application: secrets", $"application: {application.Name}");
        application.WriteSecrets();
        return application;
    }

    /// <summary>Lets the next release print the secrets instead of serving.</summary>
    public void Break() => Edit("compose.yaml", "\"good\"", "\"bad\"");

    /// <summary>Where docker keeps the credentials of registries.</summary>
    public void WriteRegistry(string folder) => File.WriteAllText(
        Path.Combine(folder, "config.json"),
        JsonSerializer.Serialize(new
        {
            auths = new Dictionary<string, object>
            {
                ["registry.example"] = new { auth = Convert.ToBase64String(Encoding.UTF8.GetBytes("me:" + KnownSecrets.Of("registry"))) },
            },
        }));

    private void WriteSecrets()
    {
        Write("said", string.Concat(KnownSecrets.Sources.SelectMany(s => KnownSecrets.Forms(KnownSecrets.Of(s)).Select(f => $"{f} {Witness}\n"))) + "\e]0;owned\a\e[2J\n");
        Write(".env", string.Concat(OfDotEnv.Select(v => $"{v.Name}='{KnownSecrets.Of(v.Source)}'\n")));
        Write("web.env", $"SESSION_SECRET='{KnownSecrets.Of("env_file")}'\n");
        Write("key", KnownSecrets.Of("secret of a file") + "\n");
        Write("build-key", KnownSecrets.Of("secret of the build") + "\n");
        Write("app.ini", $"user = me\npassword = '{KnownSecrets.Of("config of a file")}'\n");
        Environment["API_SECRET"] = KnownSecrets.Of("variable of the process");
        Environment["CI_TOKEN"] = KnownSecrets.Of("unused variable of the process");
        Environment["OF_PROCESS"] = KnownSecrets.Of("secret of a variable");
        Environment["FURTHER_PROXY"] = $"http://me:{Uri.EscapeDataString(KnownSecrets.Of("URL of a proxy"))}@127.0.0.1:1";
        Write("compose.yaml", $$$"""
            services:
              web:
                image: {{{Name}}}:dev
                build:
                  context: .
                  args:
                    SLIPWAY_IMAGES: {{{Program.Images}}}
                    NPM_TOKEN: {{{Text("build argument")}}}
                  secrets: [build-key]
                ports: ["127.0.0.1:{{{FreePort.Find().ToString(CultureInfo.InvariantCulture)}}}:8000"]
                volumes: ["./said:/said:ro"]
                command:
                  - sh
                  - -c
                  - if [ $$0 = bad ]; then cat /said; exit 1; fi; exec httpd -f -p 8000 -h /www
                  - "good"
                  - --key
                  - ${SIGNING_KEY}
                  - --requirepass
                  - {{{Text("word of a command")}}}
                env_file: web.env
                environment:
                  SMTP_PASSWORD: {{{Text("environment")}}}
                  APP_TOKEN: ${APP_TOKEN}
                  GREETING: hello ${TEXT_TOKEN}!
                  API_SECRET: ${API_SECRET}
                  HTTP_PROXY: ${FURTHER_PROXY}
                  DATABASE_URL: postgres://me:{{{Uri.EscapeDataString(KnownSecrets.Of("URL of a database"))}}}@db/me
                  DATABASE: {{{JsonSerializer.Serialize($"host=db password='{KnownSecrets.Of("keywords of a database").Replace("$", "$$", StringComparison.Ordinal)}' user=me")}}}
                labels:
                  org.example.api-token: {{{Text("label")}}}
                healthcheck:
                  test: ["CMD", "true", {{{Text("health check", "--password=")}}}]
                  interval: 5s
                secrets: [key, of-process, of-dot-env]
                configs: [app, inline]
              tell:
                image: {{{Program.Images}}}/busybox:stable
                command: ["cat", "/said"]
                volumes: ["./said:/said:ro"]
            secrets:
              key: {file: ./key}
              build-key: {file: ./build-key}
              of-process: {environment: OF_PROCESS}
              of-dot-env: {environment: OF_DOT_ENV}
            configs:
              app: {file: ./app.ini}
              inline:
                content: {{{JsonSerializer.Serialize($"db:\n  password: '{KnownSecrets.Of("config").Replace("$", "$$", StringComparison.Ordinal)}'\n")}}}
            """);
    }

    // As JSON, which is YAML, with a dollar as compose wants it.
    private static string Text(string source, string before = "") =>
        JsonSerializer.Serialize(before + KnownSecrets.Of(source).Replace("$", "$$", StringComparison.Ordinal));
}

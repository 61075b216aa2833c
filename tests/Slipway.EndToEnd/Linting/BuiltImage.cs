using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Slipway.EndToEnd.Linting;

/// <summary>An image as far as its users notice: its settings, the files that its build wrote, and what its start says.</summary>
/// <param name="Settings">Its configuration without what the fixes are meant to change.</param>
/// <param name="Files">The files that were written after those of the base image, with mode, owner and contents.</param>
/// <param name="Start">What a container says and how it ends.</param>
internal sealed partial record BuiltImage(string Settings, string Files, string Start)
{
    // What package managers download, what apt and Python write with the time in it, and nothing of the application.
    private const string List = """
        base=/usr/local/bin/.standin; [ -e $base ] || base=/usr/bin/env
        find / -xdev -cnewer $base -type f ! -path '/var/cache/*' ! -path '/var/lib/apt/lists/*' ! -path '/root/.cache/*' ! -path '/root/.npm/*' \
          ! -path '/usr/local/share/.cache/*' ! -path '/root/.m2/*' ! -path /.dockerenv ! -path /etc/apt/apt.conf.d/docker-clean ! -path '/var/log/*' ! -name '*.pyc' ! -name Dockerfile ! -name .dockerignore ! -path '/etc/*-' ! -path '/etc/resolv.conf' ! -path '/etc/host*' \
          -exec sha256sum {} + -exec stat -c '%n %a %u:%g' {} + | sort
        """;

    // nginx goes on; it is asked for its page as soon as it listens on one of its ports.
    private const string Ask = """
        for i in $(seq 50); do for port in 80 8080; do
          if exec 3<>/dev/tcp/127.0.0.1/$port; then printf 'GET / HTTP/1.0\r\n\r\n' >&3; grep -v -i -E '^(date|last-modified|etag):' <&3; exit; fi
        done 2>/dev/null; sleep 0.1; done; exit 1
        """;

    public static async Task<BuiltImage> LookAtAsync(string image)
    {
        var config = JsonNode.Parse(await Docker.RunAsync("image", "inspect", "--format", "{{json .Config}}", image))!.AsObject();
        var words = string.Join(' ', config["Entrypoint"]?.AsArray() ?? [], config["Cmd"]?.AsArray() ?? []);
        return new(Intended(config), await FilesAsync(image), await StartAsync(image, words.Contains("nginx", StringComparison.Ordinal)));
    }

    /// <summary>What is said of one of them only.</summary>
    public IEnumerable<string> Against(BuiltImage other) => Lines().Except(other.Lines()).Select(l => "- " + l).Concat(other.Lines().Except(Lines()).Select(l => "+ " + l));

    private IEnumerable<string> Lines() => new[] { Settings, Files, Start }.SelectMany(t => t.Split('\n'));

    private static string Intended(JsonObject config)
    {
        // A health check may look sooner, a shell may give way to its command; the order of variables means nothing.
        (config["Healthcheck"] as JsonObject)?.Remove("StartInterval");
        (config["Healthcheck"] as JsonObject)?.Remove("StartPeriod");
        config["Env"] = new JsonArray([.. config["Env"]!.AsArray().Select(e => e!.GetValue<string>()).Order(StringComparer.Ordinal).Select(e => (JsonNode)e)]);
        foreach (var start in new[] { "Cmd", "Entrypoint" })
            config[start] = string.Join(' ', config[start]?.AsArray().Select(w => w!.GetValue<string>()) ?? []).Replace("/bin/sh -c ", string.Empty, StringComparison.Ordinal).Replace("exec ", string.Empty, StringComparison.Ordinal);
        return config.ToJsonString();
    }

    private static async Task<string> FilesAsync(string image)
    {
        var list = await Docker.TryAsync("run", "--rm", "--network", "none", "--user", "0", "--entrypoint", "sh", image, "-c", List);
        if (list.ExitCode == 0) return list.Output;

        // An image without a shell is small enough to be looked at from outside.
        var container = await Docker.RunAsync("create", image, "none");
        var outside = await RunningProgram.RunAsync(["sh", "-c", "docker export \"$0\" | tar -xO | sha256sum && docker export \"$0\" | tar -t", container]);
        await Docker.RunAsync("rm", container);
        return outside.ShouldHaveEndedWith(0).Output;
    }

    private static async Task<string> StartAsync(string image, bool isServer)
    {
        var container = await Docker.RunAsync("create", "--network", "none", image);
        var started = await Docker.TryAsync("start", container);
        // A server that can't be asked has ended, or soon will: then its end is what counts.
        var answer = isServer && started.ExitCode == 0 ? await Docker.TryAsync("exec", container, "timeout", "20", "bash", "-c", Ask) : null;
        var goesOn = answer?.ExitCode == 0;
        var end = !goesOn && started.ExitCode == 0 ? (await RunningProgram.RunAsync(["timeout", "60", "docker", "wait", container])).Output : string.Empty;
        var said = (await Docker.TryAsync("logs", container)).Text;
        await Docker.RunAsync("rm", "-f", container);
        return $"{Passing().Replace(said, "#")}\n{(goesOn ? answer!.Output : string.Empty)}\n{end}\n{started.ExitCode}\n{Passing().Replace(started.Errors, "#")}";
    }

    // Times, numbers of processes, names of containers.
    [GeneratedRegex(@"(?<!page )\b[0-9a-f]{64}\b|\d{4}[-/]\d\d[-/]\d\d[T ]\d\d:\d\d:\d\d(\.\d+)?|\[\d\d/\w+/[^\]]+\]|worker process \d+|\b\d+#\d+|0x[0-9a-f]+|sha256:\S+")]
    private static partial Regex Passing();
}

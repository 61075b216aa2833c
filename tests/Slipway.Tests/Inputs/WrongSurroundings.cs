namespace Slipway.Tests.Inputs;

/// <summary>Mistakes beside slipway.yaml: in compose files, in what these name, in the environment and on the command line.</summary>
internal static class WrongSurroundings
{
    private const string Compose = "compose.yaml";

    public static IEnumerable<WrongInput> All() => [.. WrongFiles.Of(Compose), .. Services(), .. Named(), .. Options()];

    private static IEnumerable<WrongInput> Services()
    {
        (string What, string Yaml)[] wrong =
        [
            ("a key that compose has not", "services: {web: {image: a:1, restrat: always}, db: {image: b:1}}\n"),
            ("a value of another type", "services: {web: {image: a:1, ports: 80}, db: {image: b:1}}\n"),
            ("a port out of range", "services: {web: {image: a:1, ports: [\"99999:80\"]}, db: {image: b:1}}\n"),
            ("neither image nor build", "services: {web: {restart: always}, db: {image: b:1}}\n"),
            ("an image's name in capitals", "services: {web: {image: \"A B:1\"}, db: {image: b:1}}\n"),
            ("a dependency on nothing", "services: {web: {image: a:1, depends_on: [nobody]}, db: {image: b:1}}\n"),
            ("dependencies in a circle", "services: {web: {image: a:1, depends_on: [db]}, db: {image: b:1, depends_on: [web]}}\n"),
            ("a volume that is not defined", "services: {web: {image: a:1, volumes: [\"gone:/data\"]}, db: {image: b:1}}\n"),
            ("a network that is not defined", "services: {web: {image: a:1, networks: [gone]}, db: {image: b:1}}\n"),
            ("a secret that is not defined", "services: {web: {image: a:1, secrets: [gone]}, db: {image: b:1}}\n"),
            ("a secret whose file is not there", "services: {web: {image: a:1, secrets: [key]}, db: {image: b:1}}\nsecrets: {key: {file: ./gone.txt}}\n"),
            ("a config whose file is not there", "services: {web: {image: a:1, configs: [conf]}, db: {image: b:1}}\nconfigs: {conf: {file: ./gone.conf}}\n"),
            ("a variable that must be set", "services: {web: {image: \"a:${SLIPWAY_TEST_UNSET:?no version}\"}, db: {image: b:1}}\n"),
            ("a variable that is not closed", "services: {web: {image: \"a:${VERSION\"}, db: {image: b:1}}\n"),
            ("an env_file that is not there", "services: {web: {image: a:1, env_file: gone.env}, db: {image: b:1}}\n"),
            ("an env_file that is a folder", "services: {web: {image: a:1, env_file: migrations}, db: {image: b:1}}\n"),
            ("an include that is not there", "include: [gone.yaml]\nservices: {web: {image: a:1}, db: {image: b:1}}\n"),
            ("an include in a circle", "include: [compose.yaml]\nservices: {web: {image: a:1}, db: {image: b:1}}\n"),
            ("extends in a circle", "services: {web: {extends: db}, db: {extends: {service: web}}}\n"),
            ("extends of a file that is not there", "services: {web: {extends: {file: gone.yaml, service: a}}, db: {image: b:1}}\n"),
            ("a build context that is not there", "services: {web: {build: ./gone}, db: {image: b:1}}\n"),
            ("a build context that is a file", "services: {web: {build: ./.env}, db: {image: b:1}}\n"),
            ("a Dockerfile that is not there", "services: {web: {build: {context: ., dockerfile: Gonefile}}, db: {image: b:1}}\n"),
            ("a Dockerfile that is a folder", "services: {web: {build: {context: ., dockerfile: migrations}}, db: {image: b:1}}\n"),
            ("a stage that the Dockerfile has not", "services: {web: {build: {context: ., target: gone}}, db: {image: b:1}}\n"),
            ("a negative number of replicas", "services: {web: {image: a:1, deploy: {replicas: -1}}, db: {image: b:1}}\n"),
            ("a healthcheck with a wrong duration", "services: {web: {image: a:1, healthcheck: {test: [CMD, a], interval: soon}}, db: {image: b:1}}\n"),
            ("memory in words", "services: {web: {image: a:1, mem_limit: much}, db: {image: b:1}}\n"),
            ("a grace period in words", "services: {web: {image: a:1, stop_grace_period: long}, db: {image: b:1}}\n"),
        ];
        return wrong.Select(w => new WrongInput($"compose: {w.What}", f => Write(f, Compose, w.Yaml), w.What.Contains("Dockerfile has", StringComparison.Ordinal) ? "Dockerfile" : ".yaml"));
    }

    private static IEnumerable<WrongInput> Named() =>
    [
        new(".env with a word alone", f => Write(f, ".env", "this is no variable\n"), ".env"),
        new(".env with a quote that isn't closed", f => Write(f, ".env", "A=\"never closed\nB=1\n"), ".env"),
        new(".env that is a pipe", f => { File.Delete(Path.Combine(f, ".env")); WrongFiles.Pipe(f, ".env"); }, ".env"),
        new(".env that is binary", f => File.WriteAllBytes(Path.Combine(f, ".env"), [0, 1, 2, 0xff, 0xfe, 10, 65]), ".env"),
        new("a Dockerfile that is empty", f => { Build(f); Write(f, "Dockerfile", string.Empty); }, "Dockerfile"),
        new("a Dockerfile without FROM", f => { Build(f); Write(f, "Dockerfile", "RUN true\n"); }, "Dockerfile"),
        new("a Dockerfile with an unknown instruction", f => { Build(f); Write(f, "Dockerfile", "FROM scratch\nRUNN true\n"); }, "Dockerfile"),
        new("a Dockerfile that is binary", f => { Build(f); File.WriteAllBytes(Path.Combine(f, "Dockerfile"), [.. Enumerable.Range(0, 999).Select(i => (byte)(i * 13))]); }, "Dockerfile"),
        new("a Dockerfile that is a pipe", f => { Build(f); File.Delete(Path.Combine(f, "Dockerfile")); WrongFiles.Pipe(f, "Dockerfile"); }, "Dockerfile"),
    ];

    private static IEnumerable<WrongInput> Options()
    {
        (string What, string[] Words)[] wrong =
        [
            ("an option that nobody knows", ["--consnet=db"]), ("a short option that nobody knows", ["-x"]), ("a word", ["word"]),
            ("a consent to nothing", ["--consent=nosuch"]), ("a release with a space", ["--release=a b"]), ("an empty release", ["--release="]),
            ("a release that is too long", ["--release=" + new string('a', 500)]), ("a switch with a value", ["--json=maybe"]),
            ("a release beyond ASCII", ["--release=é"]), ("no jobs", ["--jobs=0"]), ("jobs in words", ["--jobs=many"]), ("negative jobs", ["--jobs=-1"]),
            ("too many jobs", ["--jobs=99999999999999"]), ("a verbosity that nobody knows", ["--verbosity=loud"]), ("a target that nobody knows", ["--target=Nope"]),
            ("an empty target", ["--target="]), ("a second way", ["--target=Rollback"]), ("a phase alone", ["--exclusive"]),
            ("a host without scheme", ["--host=example"]), ("a host of another scheme", ["--host=ftp://example"]), ("an empty host", ["--host="]),
            ("a host with a line break", ["--host=ssh://a\nb"]), ("a folder that is not there", ["--app=/no/such/folder"]), ("an empty folder's name", ["--app="]),
        ];
        return wrong.Select(w => new WrongInput(w.What, _ => { }, w.What.Contains("target", StringComparison.Ordinal) ? "target" : w.What == "a second way" ? "Rollback" : w.Words[0].Split('=')[0], w.Words));
    }

    private static void Build(string folder) => Write(folder, Compose, "services: {web: {build: .}, db: {image: b:1}}\n");

    private static void Write(string folder, string name, string text) => File.WriteAllText(Path.Combine(folder, name), text);
}

using Slipway.Dockerfiles.CacheMounts;
using Slipway.Dockerfiles.Stages;

namespace Slipway.Dockerfiles.Forecasting;

/// <summary>
/// Makes the keys of all steps of a build. A COPY --link counts as one without: only engines with containerd's image store keep
/// such layers apart, and that it is the engine's default can't be relied on.
/// </summary>
/// <param name="context">What is sent to the engine.</param>
/// <param name="changed">The sent files that differ from those of the build before.</param>
internal sealed class StageKeys(IReadOnlyList<Stage> stages, ContextFiles context, IReadOnlySet<string> changed)
{
    private readonly Dictionary<Stage, IReadOnlyList<KeyedStep>> _keys = [];

    /// <summary>The stages that a stage needs, itself included, in the order of the file.</summary>
    public IEnumerable<Stage> Needed(Stage target)
    {
        var needed = new HashSet<Stage>();
        var open = new Stack<Stage>([target]);
        while (open.TryPop(out var stage))
        {
            if (!needed.Add(stage))
            {
                continue;
            }

            if (stage.Parent is { } parent)
            {
                open.Push(parent);
            }

            foreach (var source in stage.Steps.SelectMany(Sources))
            {
                open.Push(source);
            }
        }

        return stages.Where(needed.Contains);
    }

    /// <summary>The steps of a stage that make layers.</summary>
    public IReadOnlyList<KeyedStep> Of(Stage stage)
    {
        if (_keys.TryGetValue(stage, out var known))
        {
            return known;
        }

        var steps = new List<KeyedStep>();
        var (key, blame) = End(stage.Parent) is { } end
            ? (end.Key, end.Blame)
            : (stage.Parent is { } parent ? Root(parent) : KeyText.Of("image", stage.Image), []);
        foreach (var step in stage.Steps.Where(s => s.MakesLayer))
        {
            var part = Part(step);
            blame = [.. blame.Union(part.Blame)];
            // A linked layer doesn't build on what is before it; what comes after builds on both.
            key = KeyText.Of(key, part.Key);
            steps.Add(new(step, key, blame));
        }

        return _keys[stage] = steps;
    }

    private static string Root(Stage stage) => KeyText.Of("image", stage.RootImage);

    private KeyedStep? End(Stage? stage) => stage is null ? null : Of(stage) is [.., var last] ? last : End(stage.Parent);

    private (string Key, IReadOnlyList<string> Blame) Part(Step step) => step.Instruction.Name switch
    {
        "RUN" => Run(step),
        "WORKDIR" => (KeyText.Of("WORKDIR", StateChange.Folder(step) ?? step.Instruction.Rest.Text, step.Before.User), []),
        _ => Copy(step),
    };

    private (string Key, IReadOnlyList<string> Blame) Run(Step step)
    {
        var (instruction, state) = (step.Instruction, step.Before);
        var mounts = CacheMount.Of(instruction).Where(m => m.Type == "bind").Select(m => Mounted(step, m)).ToList();
        var key = KeyText.Of(
        [
            "RUN", instruction.IsJson ? "json" : "shell", instruction.Rest.Text, state.Folder, state.User, .. state.Shell ?? [],
            .. instruction.Heredocs.Select(h => h.Content.Text),
            .. instruction.Flags.Select(f => f.ToString()),
            .. Environment(step),
            .. mounts.Select(m => m.Key),
        ]);
        return (key, [.. mounts.SelectMany(m => m.Blame)]);
    }

    private (string Key, IReadOnlyList<string> Blame) Mounted(Step step, CacheMount mount) =>
        mount.From is null ? Context(mount.Source is null ? "." : CopyMap.Clean(mount.Source))
        : Named(mount.From, step.Stage) is { } stage ? Content(stage, ContainerPath.Clean("/" + mount.Source))
        : (KeyText.Of("image", mount.From), []);

    private (string Key, IReadOnlyList<string> Blame) Copy(Step step)
    {
        var (instruction, target) = (step.Instruction, CopyMap.Target(step) ?? string.Empty);
        var place = target.StartsWith('/') ? target : $"{step.Before.Folder}//{target}";
        var sources = instruction.Words.SkipLast(1).Select(w => CopyMap.Expanded(step, w.Text)).ToList();
        var from = instruction.Flag("from")?.Value;
        var content = sources.Where(s => !s.StartsWith("<<", StringComparison.Ordinal) && !s.Contains("://", StringComparison.Ordinal)).Select(Copied).ToList();
        var key = KeyText.Of(
        [
            instruction.Name, place, .. sources,
            .. instruction.Flags.Where(f => f.Name != "from").Select(f => f.ToString()),
            .. instruction.Heredocs.Select(h => h.Content.Text),
            .. content.Select(c => c.Key),
        ]);
        return (key, [.. content.SelectMany(c => c.Blame)]);

        (string Key, IReadOnlyList<string> Blame) Copied(string source) =>
            from is null ? Context(CopyMap.Clean(source))
            : Named(from, step.Stage) is { } stage ? Content(stage, ContainerPath.Clean("/" + source))
            : (KeyText.Of("image", from), []);
    }

    private (string Key, IReadOnlyList<string> Blame) Context(string source) =>
        (context.Digest(source), [.. changed.Where(f => ContextFiles.Selects(source, f))]);

    /// <summary>
    /// What a path of a stage holds. The engine compares contents, which nobody knows beforehand of what a RUN makes: it counts as
    /// other whenever the RUN is another.
    /// </summary>
    private (string Key, IReadOnlyList<string> Blame) Content(Stage stage, string path)
    {
        var steps = stage.Chain().Reverse().SelectMany(Of).ToList();
        var last = steps.FindLastIndex(s => s.Step.Is("RUN"));
        var copies = steps.Skip(last + 1).Where(s => !s.Step.Is("WORKDIR") && Touches(s.Step, path)).ToList();
        var parts = copies.Select(c => Copy(c.Step)).ToList();
        return (
            KeyText.Of([last < 0 ? Root(stage) : steps[last].Key, .. parts.Select(p => p.Key)]),
            [.. (last < 0 ? [] : steps[last].Blame).Concat(parts.SelectMany(p => p.Blame)).Distinct()]);
    }

    private static bool Touches(Step step, string path)
    {
        var target = ContainerPath.Join(step.Before.Folder ?? "/", CopyMap.Target(step) ?? "/");
        return ContainerPath.IsWithin(path, target) || ContainerPath.IsWithin(target, path);
    }

    private IEnumerable<Stage> Sources(Step step)
    {
        var names = step.Is("RUN") ? CacheMount.Of(step.Instruction).Select(m => m.From) : [step.Instruction.Flag("from")?.Value];
        return names.OfType<string>().Select(n => Named(n, step.Stage)).OfType<Stage>();
    }

    private Stage? Named(string name, Stage before) => StageReader.Find(stages, name, before);

    /// <summary>What a command finds in its environment, in the order in which it was set, which is part of the key as well.</summary>
    private static IEnumerable<string?> Environment(Step step)
    {
        var names = new List<string>();
        foreach (var earlier in step.Stage.Chain()
            .Reverse()
            .SelectMany(s => s == step.Stage ? s.Steps.Take(step.Index) : s.Steps)
            .Where(s => s.Is("ENV") || (s.Is("ARG") && s.Stage == step.Stage)))
        {
            // An ENV hides an ARG of its name, wherever that stands.
            foreach (var name in earlier.Instruction.Pairs.Select(p => p.Key.Text).Where(n => earlier.Is("ENV") || !earlier.Before.Environment.ContainsKey(n)))
            {
                names.Remove(name);
                names.Add(name);
            }
        }

        return names.Where(n => !IsProxy(n) || step.Before.Environment.ContainsKey(n))
            .Select(n => (Name: n, Value: step.Before.Value(n)))
            .Where(v => v.Value is not null)
            .SelectMany(v => new[] { v.Name, v.Value });
    }

    // BuildKit leaves these out of its keys, in either case of letters.
    private static bool IsProxy(string name) => name.ToUpperInvariant() is "HTTP_PROXY" or "HTTPS_PROXY" or "FTP_PROXY" or "NO_PROXY" or "ALL_PROXY";
}

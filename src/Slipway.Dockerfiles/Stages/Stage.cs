using Slipway.Dockerfiles.Syntax;

namespace Slipway.Dockerfiles.Stages;

/// <summary>A FROM with everything up to the next one.</summary>
public sealed class Stage
{
    private readonly List<Step> _steps = [];

    internal Stage(int index, Instruction from, Stage? parent, string image)
    {
        (Index, From, Parent, Image) = (index, from, parent, image);
        NameWord = from.Words is [_, var keyword, var name, ..] && keyword.Text.Equals("AS", StringComparison.OrdinalIgnoreCase) ? name : null;
    }

    /// <summary>Its place in the file, from 0.</summary>
    public int Index { get; }

    /// <summary>The instruction that begins it.</summary>
    public Instruction From { get; }

    /// <summary>The stage that it is based on; null when that is an image.</summary>
    public Stage? Parent { get; }

    /// <summary>What it is based on, arguments replaced by their defaults; empty when the FROM has nothing.</summary>
    public string Image { get; }

    /// <summary>The word that names it.</summary>
    public Word? NameWord { get; }

    /// <summary>Its name as written, or null.</summary>
    public string? Name => NameWord?.Text;

    /// <summary>The instructions after the FROM.</summary>
    public IReadOnlyList<Step> Steps => _steps;

    /// <summary>What holds at its end.</summary>
    public StepState After { get; internal set; } = new();

    /// <summary>The image at the root of the stages that it is based on.</summary>
    public string RootImage => Parent?.RootImage ?? Image;

    /// <summary>This stage and those that it is based on, the nearest first.</summary>
    public IEnumerable<Stage> Chain()
    {
        for (var stage = this; stage is not null; stage = stage.Parent)
        {
            yield return stage;
        }
    }

    internal void Add(Step step) => _steps.Add(step);

    /// <inheritdoc/>
    public override string ToString() => Name ?? $"{Index}";
}

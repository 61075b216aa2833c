using Cake.Core;
using CsCheck;

namespace Slipway.Graph.Tests.Harness;

/// <summary>A graph of tasks with random dependencies, declared from either end and in random order.</summary>
internal sealed record RandomGraph(int Count, IReadOnlyList<(int From, int To, bool AsDependee)> Edges, IReadOnlyList<int> Registration)
{
    public static Gen<RandomGraph> Gen { get; } =
        from count in CsCheck.Gen.Int[1, 14]
        from edges in CsCheck.Gen.Select(CsCheck.Gen.Int[0, 13], CsCheck.Gen.Int[0, 13], CsCheck.Gen.Bool).List[0, 30]
        from registration in CsCheck.Gen.Shuffle(Enumerable.Range(0, count).ToArray())
        select new RandomGraph(
            count,
            [.. edges.Where(e => e.Item1 < e.Item2 && e.Item2 < count).DistinctBy(e => (e.Item1, e.Item2))],
            registration);

    public string Target => Name(Count - 1);

    public IEnumerable<string> DependenciesOf(string name) => Edges.Where(e => Name(e.To) == name).Select(e => Name(e.From));

    public HashSet<string> NeededBy(string name)
    {
        var needed = new HashSet<string> { name };
        foreach (var dependency in DependenciesOf(name))
        {
            needed.UnionWith(NeededBy(dependency));
        }

        return needed;
    }

    public void Register(ICakeEngine engine, Action<string> run)
    {
        foreach (var index in Registration)
        {
            var task = engine.RegisterTask(Name(index)).Does(() => run(Name(index)));
            foreach (var edge in Edges)
            {
                if (!edge.AsDependee && edge.To == index)
                {
                    task.IsDependentOn(Name(edge.From));
                }

                if (edge.AsDependee && edge.From == index)
                {
                    task.IsDependeeOf(Name(edge.To));
                }
            }
        }
    }

    private static string Name(int index) => $"T{index}";
}

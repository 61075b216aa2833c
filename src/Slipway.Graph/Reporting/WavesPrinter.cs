using System.Globalization;
using System.Text;
using Cake.Core;
using Slipway.Graph.Options;
using Slipway.Graph.Output;
using Slipway.Graph.Scheduling;
using Slipway.Graph.Tasks;

namespace Slipway.Graph.Reporting;

/// <summary>Shows the tasks of a target in waves.</summary>
internal sealed class WavesPrinter(RunView view, ITerminal terminal, ParallelEngineOptions options) : IWavesPrinter
{
    private readonly Ink _ink = new(terminal.UsesColour);

    public void Print(IReadOnlyList<ICakeTaskInfo> tasks, IReadOnlyList<string> targets) => view.WriteRaw(Render(tasks, targets));

    public string Render(IReadOnlyList<ICakeTaskInfo> tasks, IReadOnlyList<string> targets)
    {
        var graph = TaskGraph.Build([.. tasks.Cast<CakeTask>()]);
        var text = new StringBuilder();
        foreach (var target in targets.Count > 0 ? targets : Tops(graph))
        {
            var index = graph.IndexOf(target) ?? throw new CakeException($"The target '{target}' was not found.");
            if (text.Length > 0)
            {
                text.Append('\n');
            }

            Append(text, graph, index);
        }

        return text.ToString();
    }

    private void Append(StringBuilder text, TaskGraph graph, int target)
    {
        var order = graph.Order(target);
        var waves = new SortedDictionary<int, List<int>>();
        var waveOf = new Dictionary<int, int>();
        foreach (var task in order)
        {
            var wave = graph.DependenciesOf(task).Select(d => waveOf[d]).DefaultIfEmpty(0).Max() + 1;
            waveOf[task] = wave;
            if (!waves.TryGetValue(wave, out var members))
            {
                waves.Add(wave, members = []);
            }

            members.Add(task);
        }

        text.Append(_ink.Bold(graph.Tasks[target].Name)).Append('\n');
        var width = order.Max(t => graph.Tasks[t].Name.Length);
        foreach (var (wave, members) in waves)
        {
            for (var i = 0; i < members.Count; i++)
            {
                var number = i == 0 ? wave.ToString(CultureInfo.InvariantCulture) : string.Empty;
                text.Append(CultureInfo.InvariantCulture, $"{number,4}  {Row(graph, members[i], width)}\n");
            }
        }
    }

    private string Row(TaskGraph graph, int index, int width)
    {
        var task = graph.Tasks[index];
        var notes = new List<string>();
        if (graph.DependenciesOf(index).Count > 0)
        {
            notes.Add("after " + string.Join(", ", graph.DependenciesOf(index).Select(d => graph.Tasks[d].Name)));
        }

        var locks = TaskLockExtensions.LocksOf(task).Concat(options.LocksOf(task.Name)).Distinct(StringComparer.OrdinalIgnoreCase).ToList();
        if (locks.Count > 0)
        {
            notes.Add("locks " + string.Join(", ", locks));
        }

        return notes.Count == 0 ? task.Name : $"{task.Name.PadRight(width)}  {_ink.Faint(string.Join("; ", notes))}";
    }

    private static List<string> Tops(TaskGraph graph)
    {
        var needed = Enumerable.Range(0, graph.Tasks.Count).SelectMany(graph.DependenciesOf).ToHashSet();
        return
        [
            .. graph.Tasks.Where((_, i) => !needed.Contains(i)).Select(t => t.Name)
                .OrderByDescending(n => n.Equals("Default", StringComparison.OrdinalIgnoreCase))
                .ThenBy(n => n, StringComparer.OrdinalIgnoreCase),
        ];
    }
}

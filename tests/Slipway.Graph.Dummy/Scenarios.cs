using System.Globalization;
using Cake.Core;
using Cake.Core.Diagnostics;
using Cake.Core.IO;
using Slipway.Graph.Tasks;

namespace Slipway.Graph.Dummy;

/// <summary>What a host can run.</summary>
internal sealed class Scenarios(ICakeEngine engine)
{
    public void Register(string name, string[] args)
    {
        switch (name)
        {
            case "fan" or "cake-fan":
                Fan(TimeSpan.FromSeconds(0.5), "A", "B", "C");
                break;
            case "console":
                ConsoleWriters("A", "B", "C");
                break;
            case "trees":
                Trees(args[0]);
                break;
            case "show":
                Show(double.Parse(args[0], CultureInfo.InvariantCulture));
                break;
            default:
                throw new ArgumentException($"There is no scenario '{name}'.");
        }
    }

    private void Fan(TimeSpan time, params string[] names)
    {
        foreach (var name in names)
        {
            engine.RegisterTask(name).Does(() => Thread.Sleep(time));
        }

        var all = engine.RegisterTask("Default").Does(() => { });
        foreach (var name in names)
        {
            all.IsDependentOn(name);
        }
    }

    private void ConsoleWriters(params string[] names)
    {
        var all = engine.RegisterTask("Default");
        foreach (var name in names)
        {
            engine.RegisterTask(name).Does(() =>
            {
                for (var i = 0; i < 500; i++)
                {
                    Console.Write(name);
                    Console.WriteLine(" {0}", i);
                }
            });
            all.IsDependentOn(name);
        }
    }

    // Three tasks that never end by themselves, with descendants that a parent's death orphans and that are deaf to SIGTERM.
    private void Trees(string mark)
    {
        engine.RegisterTeardownAction(_ => Console.WriteLine("teardown has run"));
        var all = engine.RegisterTask("Default").Does(() => { });
        foreach (var name in (string[])["A", "B", "C"])
        {
            var script = $"trap '' TERM; sleep 300.{mark} & (sleep 301.{mark} &); echo ready; sleep 302.{mark}; sleep 303.{mark}";
            engine.RegisterTask(name).Does(context =>
            {
                using var process = context.ProcessRunner.Start("/bin/sh", new ProcessSettings
                {
                    Arguments = new ProcessArgumentBuilder().Append("-c").AppendQuoted(script),
                    RedirectStandardOutput = true,
                    RedirectedStandardOutputHandler = line =>
                    {
                        // Past the engine, which keeps what a task writes until the task ends.
                        using var error = new StreamWriter(Console.OpenStandardError());
                        error.Write($"the tree has grown: {line}\n");
                        return line;
                    },
                });
                process.WaitForExit();
            }).Finally(() => { });
            all.IsDependentOn(name);
        }
    }

    private void Show(double seconds)
    {
        var time = TimeSpan.FromSeconds(seconds);
        engine.RegisterTask("PullImages").Does(context =>
        {
            for (var i = 0; i < 10; i++)
            {
                context.ReportProgress($"layer {i + 1} of 10", i / 10.0);
                context.CancellationToken().WaitHandle.WaitOne(time / 10);
                context.CancellationToken().ThrowIfCancellationRequested();
            }

            context.Log.Information("10 layers pulled");
        });
        engine.RegisterTask("Backup").Does(context =>
        {
            context.Log.Warning("no earlier backup");
            context.CancellationToken().WaitHandle.WaitOne(time / 2);
            context.CancellationToken().ThrowIfCancellationRequested();
        });
        engine.RegisterTask("Migrate").IsDependentOn("Backup").WithCriteria(false, "no pending migration").Does(() => { });
        engine.RegisterTask("Default").IsDependentOn("PullImages").IsDependentOn("Migrate").Does(() => { });
    }
}

using Cake.Core;
using Cake.Core.Diagnostics;
using Cake.Core.IO;
using Cake.Core.Packaging;
using Cake.Core.Scripting;
using Microsoft.Extensions.DependencyInjection;

namespace Cake.Frosting.Tests;

public sealed class HostSpecs
{
    private readonly Story _story = new();
    private readonly RecordingLog _log = new();
    private readonly CakeHost _host;
    private RecordingEngine? _engine;

    public HostSpecs()
        => _host = CakeHost.Create().ConfigureServices(services => services
            .AddSingleton(_story)
            .AddSingleton<ICakeLog>(_log)
            .AddSingleton<ICakeEngine>(provider => _engine = ActivatorUtilities.CreateInstance<RecordingEngine>(provider)));

    [Fact]
    public void An_engine_of_ones_own_is_given_everything()
    {
        Use<First>().Use<Second>();
        _host.UseLifetime<StoryLifetime>().UseTaskLifetime<StoryTaskLifetime>().UseContext<OwnContext>();

        Run("--target=Second", "--target=First", "--exclusive").ShouldBe(0);

        _engine!.Given.ShouldBe([
            "task First", "task Second", "setup", "teardown", "task setup", "task teardown",
            "run Second, First exclusively by DefaultExecutionStrategy"]);
        _engine.Context.ShouldBeOfType<OwnContext>();
    }

    [Fact]
    public void An_engine_of_ones_own_gets_the_graph_as_it_is_declared()
    {
        Use<First>().Use<Second>();

        Run("--target=Second", "--target=First").ShouldBe(0);

        _engine!.Tasks.Single(task => task.Name == "First").Dependencies.ShouldBeEmpty();
        _engine.Tasks.Single(task => task.Name == "Second").Dependencies.Select(dependency => dependency.Name).ShouldBe(["First"]);
    }

    [Fact]
    public void Lifetimes_surround_the_build_and_each_task()
    {
        Use<First>().Use<Second>();
        _host.UseLifetime<StoryLifetime>().UseTaskLifetime<StoryTaskLifetime>();

        Run("--target=Second").ShouldBe(0);

        _story.Lines.ShouldBe(["setup", "before First", "first", "after First", "before Second", "Second", "after Second", "teardown"]);
    }

    [Fact]
    public void The_last_of_two_registrations_wins()
    {
        Use<First>();
        _host.UseContext<OwnContext>().ConfigureServices(services => services.UseContext<FrostingContext>());

        Run("--target=First").ShouldBe(0);

        _engine!.Context.ShouldBeOfType<FrostingContext>();
    }

    [Fact]
    public void A_host_runs_again_as_if_it_were_new()
    {
        Use<First>();

        Run("--target=First").ShouldBe(0);
        Run("--target=First").ShouldBe(0);

        _story.Lines.ShouldBe(["first", "first"]);
    }

    [Fact]
    public void The_tree_can_be_printed_by_somebody_else()
    {
        Use<First>();
        _host.ConfigureServices(services => services.AddKeyedSingleton<IScriptHost>(
            "tree", (provider, _) => ActivatorUtilities.CreateInstance<TreeOfOnesOwn>(provider)));

        Run("--tree").ShouldBe(0);

        _story.Lines.ShouldBe(["tree of First"]);
    }

    [Fact]
    public void Two_tasks_of_the_same_name_are_refused_by_the_names_of_their_classes()
    {
        Use<First>().Use<Second>().Use<AlsoSecond>();

        Run("--target=First").ShouldBe(1);

        _log.Errors.ShouldBe(["Error: Two tasks are called 'second': Cake.Frosting.Tests.Second and Cake.Frosting.Tests.AlsoSecond. Rename one with [TaskName]."]);
        _story.Lines.ShouldBeEmpty();
    }

    [Fact]
    public void A_dependency_that_is_no_task_is_refused_before_anything_runs()
    {
        Use<First>().Use<Misdeclared>();

        Run("--target=First").ShouldBe(1);

        _log.Errors.ShouldBe(["Error: The task 'Misdeclared' names System.String as another task, and that class is not a valid task."]);
        _story.Lines.ShouldBeEmpty();
    }

    [Fact]
    public void A_task_that_has_no_base_class_is_refused()
    {
        Use<ByHand>();

        Run("--target=ByHand").ShouldBe(1);

        _log.Errors.ShouldHaveSingleItem().ShouldContain("Derive it from FrostingTask<T> or AsyncFrostingTask<T>.");
    }

    [Fact]
    public void Without_a_target_and_a_default_the_message_names_the_targets()
    {
        Use<First>();

        Run().ShouldBe(1);

        _log.Errors.ShouldBe(["Error: There is no target 'Default', so name one with --target. The targets are: First."]);
    }

    [Fact]
    public void Of_several_failures_the_first_with_an_exit_code_decides()
    {
        Use<SeveralFailures>();

        Run("--target=SeveralFailures").ShouldBe(9);
    }

    [Fact]
    public void A_failure_is_never_exit_code_0()
    {
        Use<FailureWithoutCode>();

        Run("--target=FailureWithoutCode").ShouldBe(1);
    }

    [Fact]
    public void Services_are_disposed_of_at_the_end()
    {
        Use<NeedsDisposed>();
        _host.ConfigureServices(services => services.AddSingleton<Disposed>());

        Run("--target=NeedsDisposed").ShouldBe(0);

        _story.Lines.ShouldBe(["has a Disposed", "disposed"]);
    }

    [Fact]
    public void Tools_are_installed_before_the_first_task()
    {
        Use<First>();
        _host
            .InstallTool(new Uri("story:?package=hammer&version=1.2.3"))
            .ConfigureServices(services => services.UsePackageInstaller<StoryInstaller>());

        Run("--target=First").ShouldBe(0);

        _story.Lines.ShouldBe(["install hammer into tools", "first"]);
    }

    [Fact]
    public void A_tool_that_nothing_can_install_fails_the_build()
    {
        Use<First>();
        _host.InstallTool(new Uri("nobody:?package=hammer"));

        Run("--target=First").ShouldBe(1);

        _log.Errors.ShouldHaveSingleItem().ShouldContain("nobody");
        _story.Lines.ShouldBeEmpty();
    }

    [Fact]
    public void A_task_that_is_registered_twice_fails_the_build_as_with_the_published_package()
    {
        Use<First>().Use<First>();

        Run("--target=First").ShouldBe(1);

        _log.Errors.ShouldHaveSingleItem().ShouldContain("Two tasks are called 'First'");
    }

    private HostSpecs Use<TTask>()
        where TTask : class, IFrostingTask
    {
        _host.ConfigureServices(services => services.AddSingleton<IFrostingTask, TTask>());
        return this;
    }

    private int Run(params string[] arguments) => _host.Run([.. arguments, "--no-report"]);

    private sealed class TreeOfOnesOwn(ICakeEngine engine, ICakeContext context, Story story) : ScriptHost(engine, context)
    {
        public override Task<CakeReport> RunTargetAsync(string target) => RunTargetsAsync([target]);

        public override async Task<CakeReport> RunTargetsAsync(IEnumerable<string> targets)
        {
            await System.Threading.Tasks.Task.Yield();
            story.Add($"tree of {string.Join(", ", Tasks.Select(task => task.Name))}");
            return new CakeReport();
        }
    }

    private sealed class StoryInstaller(Story story) : IPackageInstaller
    {
        public bool CanInstall(PackageReference package, PackageType type) => package.Scheme == "story";

        public IReadOnlyCollection<IFile> Install(PackageReference package, PackageType type, DirectoryPath path)
        {
            story.Add($"install {package.Package} into {path.GetDirectoryName()}");
            return [new FileSystem().GetFile(typeof(HostSpecs).Assembly.Location)];
        }
    }
}

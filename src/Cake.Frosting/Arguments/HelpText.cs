using Cake.Core;

namespace Cake.Frosting.Arguments;

/// <summary>What <c>--help</c> prints.</summary>
internal static class HelpText
{
    private const string Text = """
        Usage: build [options]

        Options:
          -t, --target <TARGET>        Target to run; repeat it for several, which run in the order given. Default: Default
          -e, --exclusive              Run the targets without what they depend on
              --dryrun                 Show what would run, in order, and run nothing (also --noop, --whatif)
              --tree                   Show the tasks and what they depend on
              --description            Show the tasks and what they do
          -w, --working <PATH>         Directory to work in
          -v, --verbosity <VERBOSITY>  How much to say: quiet, minimal, normal, verbose, diagnostic. Default: normal
              --no-report              Leave out the report at the end
              --version                Show the version of Cake
              --info                   Show the version of Cake in detail
          -h, --help                   Show this text

        Any other option is handed to the tasks.

        Exit codes: 0 success, 1 failure, or the exit code of the exception that failed the build.
        """;

    public static void WriteTo(IConsole console) => console.WriteLine("{0}", Text);
}

using Cake.Core.Diagnostics;

namespace Cake.Frosting.Arguments;

/// <summary>
/// Understands the arguments of the process: <c>--name value</c>, <c>--name=value</c>, <c>--name:value</c>, <c>-n value</c>
/// and groups of one-letter flags. Written out, because a general library costs a tenth of a second at every start.
/// </summary>
internal sealed class CommandLineParser(IReadOnlyList<string> arguments)
{
    private readonly List<string> _targets = [];
    private readonly List<GivenOption> _remaining = [];
    private CommandLine _result = new();
    private int _next;

    /// <exception cref="FrostingException">An argument makes no sense; the message says which and what would.</exception>
    public static CommandLine Parse(IReadOnlyList<string> arguments) => new CommandLineParser(arguments).Parse();

    private CommandLine Parse()
    {
        while (_next < arguments.Count)
        {
            var token = arguments[_next++];
            if (token == "--")
            {
                ReadRest();
            }
            else if (token.StartsWith("--", StringComparison.Ordinal))
            {
                ReadOption(Split(token[2..]), Accept);
            }
            else if (token is ['-', _, ..])
            {
                ReadShort(Split(token[1..]));
            }
            else
            {
                throw new FrostingException(
                    $"The argument '{token}' has no option before it. A target is named with --target={token}; --help lists the options.");
            }
        }

        return _result with { Targets = _targets, Remaining = _remaining };
    }

    private static GivenOption Split(string text)
        => text.IndexOfAny(['=', ':']) is var at and >= 0 ? new(text[..at], text[(at + 1)..]) : new(text, null);

    private void ReadShort(GivenOption option)
    {
        // -abc stands for -a -b -c; a value belongs to the last one.
        foreach (var letter in option.Name[..^1])
        {
            Accept(letter.ToString(), null);
        }

        ReadOption(option with { Name = option.Name[^1..] }, Accept);
    }

    private void ReadOption(GivenOption option, Action<string, string?> accept)
    {
        var value = option.Value;
        if (value is null && _next < arguments.Count && IsValueOf(option.Name, arguments[_next]))
        {
            value = arguments[_next++];
        }

        accept(option.Name, value);
    }

    private void ReadRest()
    {
        while (_next < arguments.Count)
        {
            var token = arguments[_next++];
            if (token.TrimStart('-') is { Length: > 0 } name && name != token)
            {
                ReadOption(Split(name), Keep);
            }
        }
    }

    private static bool IsValueOf(string option, string token)
        => IsFlag(option)
            ? bool.TryParse(token, out _)
            : !token.StartsWith('-') || (token.Length > 1 && char.IsAsciiDigit(token[1]));

    private static bool IsFlag(string option) => ModeOf(option) is not null || option is "exclusive" or "e" or "no-report";

    private static HostMode? ModeOf(string option) => option switch
    {
        "description" or "descriptions" or "showdescription" or "showdescriptions" => HostMode.Description,
        "tree" or "showtree" => HostMode.Tree,
        "dryrun" or "noop" or "whatif" => HostMode.DryRun,
        "version" or "ver" => HostMode.Version,
        "info" => HostMode.Info,
        "help" or "h" => HostMode.Help,
        _ => null,
    };

    private void Keep(string name, string? value) => _remaining.Add(new GivenOption(name, value));

    private void Accept(string name, string? value)
    {
        switch (name)
        {
            case "target" or "Target" or "t":
                _targets.Add(Required(name, value));
                break;
            case "working" or "w":
                _result = _result with { WorkingDirectory = Required(name, value) };
                break;
            case "verbosity" or "v":
                _result = _result with { Verbosity = VerbosityOf(Required(name, value)) };
                break;
            case "exclusive" or "e":
                _result = _result with { Exclusive = IsOn(name, value) };
                break;
            case "no-report":
                _result = _result with { NoReport = IsOn(name, value) };
                break;
            default:
                if (ModeOf(name) is not { } mode)
                {
                    Keep(name, value);
                }
                else if (IsOn(name, value) && mode > _result.Mode)
                {
                    _result = _result with { Mode = mode };
                }

                break;
        }
    }

    private static string Required(string name, string? value)
        => !string.IsNullOrWhiteSpace(value) ? value : throw new FrostingException($"The option {Shown(name)} needs a value, as in {Shown(name)}=VALUE.");

    private static bool IsOn(string name, string? value)
        => value is null
            || (bool.TryParse(value, out var on) ? on : throw new FrostingException($"The option {Shown(name)} is either true or false, not '{value}'."));

    private static Verbosity VerbosityOf(string value) => value.ToLowerInvariant() switch
    {
        "q" or "quiet" => Verbosity.Quiet,
        "m" or "minimal" => Verbosity.Minimal,
        "n" or "normal" => Verbosity.Normal,
        "v" or "verbose" => Verbosity.Verbose,
        "d" or "diagnostic" => Verbosity.Diagnostic,
        _ => throw new FrostingException($"The value '{value}' is not a valid verbosity. Use quiet, minimal, normal, verbose or diagnostic."),
    };

    private static string Shown(string name) => name.Length == 1 ? $"-{name}" : $"--{name}";
}

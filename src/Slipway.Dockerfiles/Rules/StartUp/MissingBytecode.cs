using Slipway.Dockerfiles.Contexts;
using Slipway.Dockerfiles.Packages;
using Slipway.Dockerfiles.Stages;
using Slipway.Dockerfiles.StartUp;
using Slipway.Findings;

namespace Slipway.Dockerfiles.Rules.StartUp;

/// <summary>A Python application starts from sources.</summary>
internal sealed class MissingBytecode() : DockerfileRule(new(
    "SLD204",
    Severity.Info,
    "Compile Python sources when the image is built",
    "Without bytecode in the image every container compiles its imports at its first start, which is most of the time that a start takes.",
    "a source that isn't meant for this Python would break the build; add RUN python -m compileall -q --invalidation-mode unchecked-hash FOLDER after the last "
        + "COPY"))
{
    public override IEnumerable<Finding> Check(LintContext context)
    {
        if (context.Final is not { } final)
        {
            yield break;
        }

        var copy = final.Chain().SelectMany(s => s.Steps.Reverse()).FirstOrDefault(CopyMap.CopiesContext);
        var runsPython = StartUpReader.Read(context, final).Any(c => IsPython(c.Command.Name));
        if (copy is null || !runsPython || final.Chain().SelectMany(s => s.Steps).Any(Compiles))
        {
            yield break;
        }

        yield return At(context, copy.Instruction.Span, "the sources are copied without their bytecode");
    }

    private static bool IsPython(string name) =>
        name.StartsWith("python", StringComparison.Ordinal)
            || name is "gunicorn" or "uvicorn" or "hypercorn" or "daphne" or "flask" or "celery" or "fastapi" or "streamlit";

    private static bool Compiles(Stages.Step step) =>
        step.Is("RUN")
            && (step.Script.Commands.Any(c => c.Words.Any(w => w.Text is "compileall" or "py_compile" or "--compile-bytecode"))
                || step.Calls.Any(c => c.Manager == PackageManagers.Pip && c.Compiles))
        || step.Before.Environment.ContainsKey("UV_COMPILE_BYTECODE");
}

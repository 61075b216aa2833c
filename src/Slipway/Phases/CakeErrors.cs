using Cake.Core;
using Slipway.Engine.Errors;

namespace Slipway.Phases;

/// <summary>Lets errors end a run of Cake with their exit code.</summary>
public static class CakeErrors
{
    /// <summary>The error as Cake wants it to end a run with its exit code.</summary>
    /// <returns>An error with the same message, exit code and cause.</returns>
    public static CakeException ForCake(this SlipwayException error) => new((int)error.Code, error.Message, error);
}

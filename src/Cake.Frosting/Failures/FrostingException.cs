namespace Cake.Frosting;

/// <summary>
/// A mistake in how a build is declared or called, told to a person.
/// </summary>
public sealed class FrostingException : Exception
{
    /// <summary>Creates the exception.</summary>
    /// <param name="message">What is wrong, where, and what to do.</param>
    public FrostingException(string message)
        : base(message)
    {
    }

    /// <summary>Creates the exception with what caused it.</summary>
    /// <param name="message">What is wrong, where, and what to do.</param>
    /// <param name="innerException">The cause.</param>
    public FrostingException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}

namespace Slipway.Tests.Inputs;

/// <summary>One way to get something wrong.</summary>
/// <param name="What">What is wrong, for a person.</param>
/// <param name="Spoil">Does it to the folder of an application in which all is right.</param>
/// <param name="Place">What has to be named: a file, or an option.</param>
/// <param name="Options">Further arguments.</param>
internal sealed record WrongInput(string What, Action<string> Spoil, string Place, params string[] Options);

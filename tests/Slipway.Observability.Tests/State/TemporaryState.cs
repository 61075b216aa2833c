using Slipway.Observability.State;
using Slipway.Testing;

namespace Slipway.Observability.Tests.State;

/// <summary>The state folder in the folder of a test, which is not made yet.</summary>
internal static class TemporaryState
{
    extension(TemporaryFolder folder)
    {
        public StateFolder State => StateFolder.Of(folder.Path);

        public string Read(string name) => File.ReadAllText(folder.State.PathOf(name));
    }
}

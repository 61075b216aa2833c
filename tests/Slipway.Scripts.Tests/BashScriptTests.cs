namespace Slipway.Scripts.Tests;

public sealed class BashScriptTests() : BuildScriptTests("build.sh");

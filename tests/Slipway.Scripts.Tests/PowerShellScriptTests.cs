namespace Slipway.Scripts.Tests;

public sealed class PowerShellScriptTests() : BuildScriptTests("build.ps1");

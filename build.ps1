# Runs Slipway: builds it when its sources have changed, then hands over to it. The same as build.sh; see docs/bootstrap.md.
#   ./build.ps1 --target=Plan        ./build.ps1 --bootstrap --target=Deploy
# Only the language and .NET are used, no module: loading one costs more than everything else here.
Set-StrictMode -Version Latest
$ErrorActionPreference = 'Stop'

$root = [IO.Path]::GetDirectoryName($MyInvocation.MyCommand.Path)
$target = [IO.Path]::Combine($root, 'artifacts', 'host')
$windows = [Runtime.InteropServices.RuntimeInformation]::IsOSPlatform([Runtime.InteropServices.OSPlatform]::Windows)

function Stop-WithMessage([int] $code, [string[]] $lines) {
    foreach ($line in $lines) { [Console]::Error.WriteLine($line) }
    exit $code
}

function Find-Dotnet {
    $name = if ($windows) { 'dotnet.exe' } else { 'dotnet' }
    $folders = @($env:DOTNET_ROOT) + $env:PATH.Split([IO.Path]::PathSeparator) + @(
        [IO.Path]::Combine([Environment]::GetFolderPath('UserProfile'), '.dotnet'),
        '/usr/share/dotnet', '/usr/lib/dotnet')
    foreach ($folder in $folders) {
        if ($folder -and [IO.File]::Exists([IO.Path]::Combine($folder, $name))) { return [IO.Path]::Combine($folder, $name) }
    }
    Stop-MissingSdk "no 'dotnet' is on PATH, in DOTNET_ROOT or in ~/.dotnet"
}

function Stop-MissingSdk([string] $reason) {
    $wanted = [regex]::Match([IO.File]::ReadAllText([IO.Path]::Combine($root, 'global.json')), '"version":\s*"([^"]+)"').Groups[1].Value
    Stop-WithMessage 3 @(
        "build.ps1: the .NET SDK $wanted or a newer one of the same major version is needed, but $reason.",
        'Install it as https://learn.microsoft.com/dotnet/core/install/ describes, then run this again.')
}

# Path, size and time of everything that goes into the host.
function Get-Stamp {
    $patterns = '\.(cs|csproj|props|targets|resx)$|runtimeconfig\.template\.json$'
    $text = [Text.StringBuilder]::new()
    $files = [Collections.Generic.List[string]]::new()
    foreach ($folder in 'build', 'src') {
        $files.AddRange([IO.Directory]::EnumerateFiles([IO.Path]::Combine($root, $folder), '*', [IO.SearchOption]::AllDirectories))
    }
    $files.AddRange([IO.Directory]::EnumerateFiles($root))
    $files.Sort([StringComparer]::Ordinal)
    foreach ($file in $files) {
        if ($file -match $patterns -or $file.EndsWith('global.json') -or $file.EndsWith('.editorconfig')) {
            $facts = [IO.FileInfo]::new($file)
            [void] $text.Append($file).Append(' ').Append($facts.Length).Append(' ').AppendLine($facts.LastWriteTimeUtc.Ticks)
        }
    }
    $sha = [Security.Cryptography.SHA256]::Create()
    'ps ' + [BitConverter]::ToString($sha.ComputeHash([Text.Encoding]::UTF8.GetBytes($text.ToString()))).Replace('-', '')
}

function Read-BuiltStamp {
    $file = [IO.Path]::Combine($target, '.stamp')
    if ([IO.File]::Exists($file)) { [IO.File]::ReadAllText($file).Trim() } else { '' }
}

function Get-Platform {
    $system = if ($windows) { 'win' } elseif ([Runtime.InteropServices.RuntimeInformation]::IsOSPlatform([Runtime.InteropServices.OSPlatform]::OSX)) { 'osx' } else { 'linux' }
    $system + '-' + [Runtime.InteropServices.RuntimeInformation]::OSArchitecture.ToString().ToLowerInvariant()
}

function Publish-Host([string] $folder, [string[]] $options) {
    $fixed = @('publish', [IO.Path]::Combine($root, 'build', 'Build.csproj'), '-c', 'Release', '-o', $folder, '--nologo', '-v', 'quiet',
        "-p:ArtifactsPath=$([IO.Path]::Combine($root, 'artifacts', 'host-build'))",
        '-p:RestorePackagesWithLockFile=false', "-p:NuGetLockFilePath=$([IO.Path]::Combine($root, 'artifacts', 'no.lock.json'))",
        '-p:TieredPGO=false', '-p:ConcurrentGarbageCollection=false', '-p:UseAppHost=false',
        '-p:GenerateDocumentationFile=false', '-p:RunAnalyzers=false', '-p:DebugType=none')
    # A function gives back everything it prints: the lines of the build, and last whether it succeeded.
    & $dotnet @fixed @options 2>&1
    $LASTEXITCODE -eq 0
}

function Update-Host([string] $stamp) {
    # global.json counts from the folder that dotnet is started in.
    $paths = $ExecutionContext.SessionState.Path
    $paths.PushCurrentLocation('build')
    [void] $paths.SetLocation($root)
    [void] (& $dotnet --version 2>&1)
    [void] $paths.PopLocation('build')
    if ($LASTEXITCODE -ne 0) { Stop-MissingSdk "'$dotnet' has no such SDK" }
    [Console]::Error.WriteLine('building Slipway (sources changed) ...')
    $began = [Diagnostics.Stopwatch]::StartNew()
    $fresh = "$target.new"
    if ([IO.Directory]::Exists($fresh)) { [IO.Directory]::Delete($fresh, $true) }
    # Compiled ahead of time it starts in a fraction of the time; without the compiler's package it merely starts slower.
    $output = @(Publish-Host $fresh @('-r', (Get-Platform), '--self-contained', 'false', '-p:PublishReadyToRun=true'))
    if (-not $output[-1]) {
        if ([IO.Directory]::Exists($fresh)) { [IO.Directory]::Delete($fresh, $true) }
        $output = @(Publish-Host $fresh @())
        if (-not $output[-1]) {
            Stop-WithMessage 1 (@($output[0..($output.Count - 2)]) + 'build.ps1: Slipway does not compile; see above.')
        }
        [Console]::Error.WriteLine('build.ps1: built without ReadyToRun, so every start takes longer')
    }
    [IO.File]::WriteAllText([IO.Path]::Combine($fresh, '.stamp'), $stamp)
    # A running Slipway keeps its open files; it must not find others in their place.
    $old = "$target.old"
    if ([IO.Directory]::Exists($old)) { [IO.Directory]::Delete($old, $true) }
    if ([IO.Directory]::Exists($target)) { [IO.Directory]::Move($target, $old) }
    [IO.Directory]::Move($fresh, $target)
    if ([IO.Directory]::Exists($old)) { [IO.Directory]::Delete($old, $true) }
    [Console]::Error.WriteLine("built in $([int] $began.Elapsed.TotalSeconds) s")
}

# Two at once: the second waits, and finds the work done.
function Wait-Turn {
    $file = [IO.Path]::Combine($root, 'artifacts', 'host.ps.lock')
    for ($try = 0; ; $try++) {
        try { return [IO.File]::Open($file, 'OpenOrCreate', 'ReadWrite', 'None') }
        catch [IO.IOException] {
            if ($try -ge 6000) { Stop-WithMessage 1 @("build.ps1: another build has held $file for ten minutes; end it and run this again.") }
            [Threading.Thread]::Sleep(100)
        }
    }
}

$bootstrap = $args -contains '--bootstrap'
$rest = @($args | & { process { if ($_ -ne '--bootstrap') { $_ } } })

$dotnet = Find-Dotnet
if ($bootstrap) {
    if ($windows) {
        Stop-WithMessage 3 @('build.ps1: --bootstrap installs the engine on Debian 12 only. Install Docker Desktop, or name the engine of a server with --host=ssh://user@server.')
    }
    & ([IO.Path]::Combine($root, 'eng', 'bootstrap.sh'))
    if ($LASTEXITCODE -ne 0) { exit $LASTEXITCODE }
}

# Set by the bootstrap: where this machine has the images of the samples from. What is set already wins.
$hostFile = [IO.Path]::Combine($root, '.slipway', 'host.env')
if (-not $env:SLIPWAY_IMAGES -and [IO.File]::Exists($hostFile)) {
    $found = [regex]::Match([IO.File]::ReadAllText($hostFile), '(?m)^SLIPWAY_IMAGES=(\S+)')
    if ($found.Success) { $env:SLIPWAY_IMAGES = $found.Groups[1].Value }
}

$env:DOTNET_NOLOGO = '1'
$env:DOTNET_CLI_TELEMETRY_OPTOUT = '1'
$env:DOTNET_SKIP_FIRST_TIME_EXPERIENCE = '1'
$stamp = Get-Stamp
if ($stamp -ne (Read-BuiltStamp)) {
    [void] [IO.Directory]::CreateDirectory([IO.Path]::Combine($root, 'artifacts'))
    $turn = Wait-Turn
    try {
        $stamp = Get-Stamp
        if ($stamp -ne (Read-BuiltStamp)) { Update-Host $stamp }
    }
    finally { $turn.Dispose() }
}

if ($bootstrap -and $rest.Count -eq 0) { exit 0 }
& $dotnet ([IO.Path]::Combine($target, 'slipway-build.dll')) @rest
exit $LASTEXITCODE

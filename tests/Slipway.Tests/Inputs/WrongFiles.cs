using System.Text;
using Slipway.Testing.Programs;

namespace Slipway.Tests.Inputs;

/// <summary>Files that hold no text that anybody could read, or are no files.</summary>
internal static class WrongFiles
{
    /// <summary>The mistakes that can be made with a file of YAML.</summary>
    /// <param name="name">Its name in the application's folder.</param>
    public static IEnumerable<WrongInput> Of(string name)
    {
        return
        [
            new($"{name} is empty", f => Write(f, []), name),
            new($"{name} is white space", f => Text(f, "  \n\t\n"), name),
            new($"{name} is binary", f => Write(f, [.. Enumerable.Range(0, 4096).Select(i => (byte)(i * 7))]), name),
            new($"{name} is of NULs", f => Write(f, new byte[100]), name),
            new($"{name} is UTF-16 without a mark", f => Write(f, new UnicodeEncoding(false, false).GetBytes("services: {a: {image: b}}\n")), name),
            new($"{name} is not UTF-8", f => Write(f, [.. "services: {a: {image: \""u8, 0xff, 0xfe, 0xc3, .. "\"}}\n"u8]), name),
            new($"{name} is huge", f => Text(f, "services:\n" + string.Concat(Enumerable.Range(0, 200_000).Select(i => $"  s{i}: {{image: a:1}}\n"))), name),
            new($"{name} is one long line", f => Text(f, "services: {s: {image: \"" + new string('x', 5_000_000) + "\n"), name),
            new($"{name} is brackets", f => Text(f, new string('[', 100_000)), name),
            new($"{name} has a tab", f => Text(f, "services:\n\tweb: {image: a}\n"), name),
            new($"{name} is cut short", f => Text(f, "services: {web: {image: \"a"), name),
            new($"{name} is a list", f => Text(f, "- services\n- web\n"), name),
            new($"{name} is a word", f => Text(f, "services\n"), name),
            new($"{name} has an alias to nothing", f => Text(f, "services: *nowhere\n"), name),
            new($"{name} has an anchor in itself", f => Text(f, "services: &s {web: *s}\n"), name),
            new($"{name} laughs", f => Text(f, Laughs()), name),
            new($"{name} is JSON that isn't closed", f => Text(f, "{\"services\": {\"web\": {\"image\": \"a\""), name),
            new($"{name} is HTML", f => Text(f, "<!DOCTYPE html>\n<html><body>404: not found</body></html>\n"), name),
            new($"{name} has marks of a merge", f => Text(f, "<<<<<<< HEAD\nservices: {}\n=======\nservices: {}\n>>>>>>> other\n"), name),
            new($"{name} is gone", Remove, name),
            new($"{name} is a folder", f => { Remove(f); Directory.CreateDirectory(Path.Combine(f, name)); }, name),
            new($"{name} is a link to nothing", f => { Remove(f); File.CreateSymbolicLink(Path.Combine(f, name), "nowhere"); }, name),
            new($"{name} is a link to itself", f => { Remove(f); File.CreateSymbolicLink(Path.Combine(f, name), name); }, name),
            new($"{name} is a pipe", f => { Remove(f); Pipe(f, name); }, name),
        ];

        void Write(string folder, IEnumerable<byte> bytes) => File.WriteAllBytes(Path.Combine(folder, name), [.. bytes]);

        void Text(string folder, string text) => File.WriteAllText(Path.Combine(folder, name), text);

        void Remove(string folder) => File.Delete(Path.Combine(folder, name));
    }

    /// <summary>Makes a named pipe that nobody writes to.</summary>
    public static void Pipe(string folder, string name) =>
        RunningProgram.RunAsync(["mkfifo", Path.Combine(folder, name)]).GetAwaiter().GetResult().ShouldHaveEndedWith(0);

    private static string Laughs() => "x0: &x0 [ha, ha]\n" + string.Concat(Enumerable.Range(1, 40).Select(i => $"x{i}: &x{i} [*x{i - 1}, *x{i - 1}, *x{i - 1}]\n"));
}

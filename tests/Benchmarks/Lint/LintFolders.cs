using System.Globalization;
using Benchmarks.Deploy;

namespace Benchmarks.Lint;

/// <summary>What is looked at: one file, one with a compose file, 200 files, and one that is very long.</summary>
internal sealed class LintFolders
{
    private static readonly string[] Others =
    [
        "FROM python:3.12-slim\nWORKDIR /app\nCOPY . .\nRUN pip install -r requirements.txt\nEXPOSE 8000\nCMD gunicorn app:app\n",
        "FROM node:22 AS build\nWORKDIR /src\nCOPY package*.json ./\nRUN npm ci\nCOPY . .\nRUN npm run build\n\nFROM nginx:1.28\nCOPY --from=build /src/dist /usr/share/nginx/html\n",
        "FROM golang:1.25 AS build\nWORKDIR /src\nADD . /src\nRUN go build -o /app ./cmd/app\n\nFROM scratch\nCOPY --from=build /app /app\nENTRYPOINT [\"/app\"]\n",
    ];

    public LintFolders(BenchOptions options, string root)
    {
        string[] texts = [.. new[] { "hello-bot-before", "hello-bot" }.Select(s => File.ReadAllText(Path.Combine(options.Sample(s), "Dockerfile"))), .. Others];
        Write(root, "one", [texts[0]]);
        Write(root, "many", [.. Enumerable.Range(0, 200).Select(i => texts[i % texts.Length])]);
        Write(root, "long", ["FROM debian:12\n" + string.Concat(Enumerable.Range(0, 9_999).Select(Instruction))]);
        Write(root, "composed", [texts[0]]);
        File.Copy(Path.Combine(options.Sample("hello-bot-before"), "docker-compose.yml"), Path.Combine(root, "composed", "docker-compose.yml"));
        All = [Path.Combine(root, "one"), Path.Combine(root, "composed"), Path.Combine(root, "many"), Path.Combine(root, "long")];
    }

    /// <summary>The folders: one file, one with a compose file, 200 files, one file of 10,000 instructions.</summary>
    public IReadOnlyList<string> All { get; }

    private static void Write(string root, string name, string[] texts)
    {
        var folder = Directory.CreateDirectory(Path.Combine(root, name)).FullName;
        for (var i = 0; i < texts.Length; i++)
        {
            File.WriteAllText(Path.Combine(folder, texts.Length == 1 ? "Dockerfile" : string.Create(CultureInfo.InvariantCulture, $"Dockerfile.{i}")), texts[i]);
        }
    }

    private static string Instruction(int i) => (i % 5) switch
    {
        0 => $"ENV A{i}=1\n",
        1 => $"RUN echo {i}\n",
        2 => $"COPY a{i} /b{i}\n",
        3 => $"RUN apt-get install -y p{i}\n",
        _ => $"LABEL l{i}=x\n",
    };
}

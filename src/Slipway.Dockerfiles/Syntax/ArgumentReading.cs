namespace Slipway.Dockerfiles.Syntax;

/// <summary>The arguments of an instruction, read after the manner of its kind.</summary>
internal sealed record ArgumentReading
{
    public static readonly ArgumentReading None = new();

    public IReadOnlyList<Word> Words { get; init; } = [];

    public IReadOnlyList<KeyValue> Pairs { get; init; } = [];

    public bool IsLegacyPair { get; init; }

    public bool IsJson { get; init; }

    public string? Problem { get; init; }

    public static ArgumentReading Of(string name, LogicalText rest, char escape) => name switch
    {
        _ when rest.Length == 0 => None,
        "RUN" or "CMD" or "ENTRYPOINT" or "SHELL" => Json(rest) ?? Whole(rest),
        "ADD" or "COPY" or "VOLUME" => Json(rest) ?? Split(rest),
        "FROM" or "EXPOSE" => Split(rest),
        "ARG" => ArgumentList(rest, escape),
        "ENV" or "LABEL" => PairList(name, rest, escape),
        "MAINTAINER" or "STOPSIGNAL" or "USER" or "WORKDIR" => Whole(rest),
        "HEALTHCHECK" => HealthCheck(rest),
        "ONBUILD" => None,
        _ => new() { Problem = $"unknown instruction {name}" },
    };

    private static ArgumentReading? Json(LogicalText rest)
    {
        var array = JsonArray.Read(rest);
        return array.Kind switch
        {
            JsonArrayKind.Strings => new() { Words = array.Strings, IsJson = true },
            JsonArrayKind.Mixed => new() { Problem = "a JSON array of arguments must have strings only" },
            _ => null,
        };
    }

    private static ArgumentReading Whole(LogicalText rest) => new() { Words = [new(rest, rest.Span)] };

    private static ArgumentReading Split(LogicalText rest)
    {
        var words = new List<Word>();
        for (var start = Blank.SkipFrom(rest.Text, 0); start < rest.Length;)
        {
            var end = Blank.SkipWord(rest.Text, start);
            words.Add(WordOf(rest, start, end));
            start = Blank.SkipFrom(rest.Text, end);
        }

        return new() { Words = words };
    }

    private static ArgumentReading ArgumentList(LogicalText rest, char escape)
    {
        var words = QuotedWords.Split(rest, escape);
        return new() { Words = words, Pairs = [.. words.Select(PairOf)] };
    }

    private static ArgumentReading PairList(string name, LogicalText rest, char escape)
    {
        var words = QuotedWords.Split(rest, escape);
        if (words.Count == 0)
        {
            return None;
        }

        if (!words[0].Text.Contains('=', StringComparison.Ordinal))
        {
            var end = Blank.SkipWord(rest.Text, 0);
            var start = Blank.SkipFrom(rest.Text, end);
            return end == start || start >= rest.Length
                ? new() { Problem = $"{name} needs a name and a value" }
                : new()
                {
                    IsLegacyPair = true,
                    Words = [WordOf(rest, 0, end), WordOf(rest, start, rest.Length)],
                    Pairs = [new(WordOf(rest, 0, end), WordOf(rest, start, rest.Length))],
                };
        }

        var odd = words.FirstOrDefault(w => !w.Text.Contains('=', StringComparison.Ordinal));
        return odd is null
            ? new() { Words = words, Pairs = [.. words.Select(PairOf)] }
            : new()
            {
                Words = words,
                Pairs = [.. words.Where(w => w.Text.Contains('=', StringComparison.Ordinal)).Select(PairOf)],
                Problem = $"{name}: {odd.Text} has no equals sign",
            };
    }

    private static ArgumentReading HealthCheck(LogicalText rest)
    {
        var end = 0;
        while (end < rest.Length && !char.IsWhiteSpace(rest.Text[end]))
        {
            end++;
        }

        var start = end;
        while (start < rest.Length && char.IsWhiteSpace(rest.Text[start]))
        {
            start++;
        }

        var type = WordOf(rest, 0, end);
        if (start >= rest.Length)
        {
            return new() { Words = [type] };
        }

        var command = rest.Slice(start, rest.Length - start);
        var arguments = Json(command) ?? Whole(command);
        return arguments with { Words = [type, .. arguments.Words] };
    }

    private static KeyValue PairOf(Word word)
    {
        var equals = word.Text.IndexOf('=', StringComparison.Ordinal);
        if (equals < 0)
        {
            return new(word, null);
        }

        var content = word.Content;
        return new(WordOf(content, 0, equals), WordOf(content, equals + 1, content.Length));
    }

    private static Word WordOf(LogicalText text, int start, int end) => new(text.Slice(start, end - start), text.SpanOf(start, end - start));
}

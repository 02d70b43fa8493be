using System.Globalization;

namespace Inventory.Load;

/// <summary>The command line: a subcommand, perhaps a file, and <c>--name value</c> pairs.</summary>
internal sealed class Options(string[] args)
{
    public string Command { get; } = args.FirstOrDefault() ?? string.Empty;

    public string? File { get; } = args.Length > 1 && !args[1].StartsWith("--", StringComparison.Ordinal) ? args[1]
        : null;

    public string? Folder => Text("--dir");

    public int Number(string name, int otherwise) =>
        Text(name) is { } text ? int.Parse(text, NumberStyles.AllowThousands, CultureInfo.InvariantCulture) : otherwise;

    private string? Text(string name) =>
        Array.IndexOf(args, name) is var at and >= 0 && at + 1 < args.Length ? args[at + 1] : null;
}

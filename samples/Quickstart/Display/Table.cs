namespace Inventory.Samples.Quickstart.Display;

/// <summary>Rows of text in aligned columns, written with a title over them.</summary>
/// <param name="title">Stands over the first column.</param>
/// <param name="columns">The names of the other columns; those starting with &lt; go left, all others right.</param>
internal sealed class Table(string title, params string[] columns)
{
    private const string Indent = "  ";
    private const string Gap = "   ";

    private readonly List<string[]> _rows = [];

    public void Add(params string[] cells)
    {
        if (cells.Length > columns.Length + 1)
        {
            throw new ArgumentException("A row has more cells than the table has columns.", nameof(cells));
        }

        _rows.Add(cells);
    }

    public void Write(TextWriter to)
    {
        string[] header = [title, .. columns.Select(name => name.TrimStart('<'))];
        string[][] body = [.. _rows.Select(row => (string[])[Indent + row[0], .. row[1..]])];
        int[] widths = [.. header.Select((name, i) => Math.Max(name.Length, WidthOf(body, i)))];

        to.WriteLine(Line(header, widths));
        foreach (string[] row in body)
        {
            to.WriteLine(Line(row, widths));
        }

        to.WriteLine();
    }

    private static int WidthOf(string[][] body, int column) =>
        body.Where(row => column < row.Length).Select(row => row[column].Length).DefaultIfEmpty().Max();

    private string Line(string[] cells, int[] widths) => string.Join(
        Gap, cells.Select((cell, i) => GoesLeft(i) ? cell.PadRight(widths[i]) : cell.PadLeft(widths[i]))).TrimEnd();

    private bool GoesLeft(int column) => column == 0 || columns[column - 1].StartsWith('<');
}

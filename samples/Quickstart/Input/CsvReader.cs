namespace Inventory.Samples.Quickstart.Input;

/// <summary>
/// Reads comma-separated records as RFC 4180 has them, one at a time and without a string per field. Line ends may be
/// LF, CRLF or CR. What a field holds is good until the next record is read.
/// </summary>
internal sealed class CsvReader(TextReader text)
{
    // Far beyond any real row. A quote left open would otherwise swallow the rest of the file in silence.
    private const int RecordLengthMax = 1_000_000;
    private const int End = -1;

    private readonly char[] _buffer = new char[64 * 1024];
    private readonly List<int> _fieldEnds = [];
    private char[] _record = new char[1024];
    private int _recordLength;
    private int _next;
    private int _filled;

    /// <summary>The number of the record as a spreadsheet counts: the header is row 1.</summary>
    public int Row { get; private set; }

    public int FieldCount => _fieldEnds.Count;

    public bool IsBlank => FieldCount == 1 && _recordLength == 0;

    public ReadOnlySpan<char> this[int field]
    {
        get
        {
            int start = field == 0 ? 0 : _fieldEnds[field - 1];
            return _record.AsSpan(start, _fieldEnds[field] - start);
        }
    }

    public bool Read()
    {
        _fieldEnds.Clear();
        _recordLength = 0;
        if (Peek() == End)
        {
            return false;
        }

        Row++;
        bool more;
        do
        {
            more = ReadField();
        }
        while (more);

        return true;
    }

    private bool ReadField()
    {
        if (Peek() == '"')
        {
            ReadQuoted();
        }
        else
        {
            ReadPlain();
        }

        _fieldEnds.Add(_recordLength);
        return ReadSeparator();
    }

    private void ReadPlain()
    {
        while (Peek() != End)
        {
            ReadOnlySpan<char> waiting = _buffer.AsSpan(_next, _filled - _next);
            int length = waiting.IndexOfAny(',', '\r', '\n');
            Append(length < 0 ? waiting : waiting[..length]);
            _next += length < 0 ? waiting.Length : length;
            if (length >= 0)
            {
                return;
            }
        }
    }

    private void ReadQuoted()
    {
        _next++;
        while (true)
        {
            if (Peek() == End)
            {
                throw InputException.AtRow(Row, "a quoted field is not closed before the file ends");
            }

            ReadOnlySpan<char> waiting = _buffer.AsSpan(_next, _filled - _next);
            int length = waiting.IndexOf('"');
            Append(length < 0 ? waiting : waiting[..length]);
            _next += length < 0 ? waiting.Length : length + 1;
            if (length < 0)
            {
                continue;
            }

            if (Peek() != '"')
            {
                return;
            }

            Append("\"");
            _next++;
        }
    }

    /// <returns>Whether another field of the same record follows.</returns>
    private bool ReadSeparator()
    {
        int separator = Peek();
        if (separator == End)
        {
            return false;
        }

        _next++;
        switch (separator)
        {
            case ',':
                return true;
            case '\n':
                return false;
            case '\r':
                if (Peek() == '\n')
                {
                    _next++;
                }

                return false;
            default:
                throw InputException.AtRow(
                    Row, $"field {FieldCount} goes on after its closing quote (a quote inside a field is doubled)");
        }
    }

    private int Peek()
    {
        if (_next == _filled)
        {
            _filled = text.Read(_buffer, 0, _buffer.Length);
            _next = 0;
        }

        return _next < _filled ? _buffer[_next] : End;
    }

    private void Append(ReadOnlySpan<char> part)
    {
        int length = _recordLength + part.Length;
        if (length > RecordLengthMax)
        {
            throw InputException.AtRow(
                Row, $"it is longer than {RecordLengthMax} characters; perhaps a quote was left open");
        }

        if (length > _record.Length)
        {
            Array.Resize(ref _record, Math.Max(length, 2 * _record.Length));
        }

        part.CopyTo(_record.AsSpan(_recordLength));
        _recordLength = length;
    }
}

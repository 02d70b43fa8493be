using FsCheck;
using FsCheck.Fluent;
using Inventory.Samples.Quickstart.Input;
using Inventory.TestSupport;

namespace Inventory.Quickstart.Tests.Input;

public class CsvReaderTests
{
    [Fact]
    public void Read_PlainFields_GivesThemAsTheyAre() =>
        AssertRecords("a,b c, d \n1,,3\n", ["a", "b c", " d "], ["1", "", "3"]);

    [Fact]
    public void Read_QuotedField_KeepsCommasQuotesAndLineEnds() =>
        AssertRecords(
            "\"a, b\",\"6\"\" nail\",\"two\r\nlines\"\nnext,,\n",
            ["a, b", "6\" nail", "two\r\nlines"],
            ["next", "", ""]);

    [Fact]
    public void Read_QuoteInsideAPlainField_IsText() =>
        AssertRecords("PHOTO FRAME 8\",1\n", ["PHOTO FRAME 8\"", "1"]);

    [Theory]
    [InlineData("a,b\nc,d\n")]
    [InlineData("a,b\r\nc,d\r\n")]
    [InlineData("a,b\rc,d\r")]
    [InlineData("a,b\nc,d")]
    public void Read_AnyLineEnd_OrNoneAtTheEnd_IsTheSame(string text) =>
        AssertRecords(text, ["a", "b"], ["c", "d"]);

    [Fact]
    public void Read_SeparatorAtTheVeryEnd_LeavesAnEmptyLastField() => AssertRecords("a,", ["a", ""]);

    [Fact]
    public void Read_QuotedEmptyField_IsEmpty() => AssertRecords("\"\",x\n", ["", "x"]);

    [Fact]
    public void Read_EmptyText_HasNoRecord() => Assert.False(new CsvReader(new StringReader("")).Read());

    [Fact]
    public void Row_CountsRecordsAsASpreadsheetDoes()
    {
        CsvReader reader = new(new StringReader("header\n\"two\nlines\"\nthird\n"));
        Assert.True(reader.Read());
        Assert.Equal(1, reader.Row);
        Assert.True(reader.Read());
        Assert.True(reader.Read());
        Assert.Equal(3, reader.Row);
        Assert.Equal("third", reader[0]);
    }

    [Fact]
    public void Read_TextAfterAClosingQuote_IsRefused() =>
        AssertRefused(
            "ok\n\"a\"b\n",
            "Row 2: field 1 goes on after its closing quote (a quote inside a field is doubled).");

    [Fact]
    public void Read_QuoteLeftOpen_IsRefused() =>
        AssertRefused("ok\nx,\"never closed\n1,2\n", "Row 2: a quoted field is not closed before the file ends.");

    [Fact]
    public void Read_RecordWithoutEnd_IsRefusedBeforeItFillsMemory() =>
        AssertRefused(
            "\"" + new string('x', 1_000_001),
            "Row 1: it is longer than 1000000 characters; perhaps a quote was left open.");

    [Fact]
    public void Read_FieldsAcrossTheEdgesOfTheBuffer_AreWhole()
    {
        string plain = new('p', 70_000);
        string quoted = string.Concat(Enumerable.Repeat("q\"", 40_000));
        AssertRecords($"{plain},\"{quoted.Replace("\"", "\"\"")}\"\r\nlast,\n", [plain, quoted], ["last", ""]);
    }

    [Property]
    public Property WriteThenRead_RestoresEveryField()
    {
        Gen<char> letter = Gen.Elements('a', '"', ',', '\r', '\n', ' ', '£');
        Gen<string> field = letter.ArrayOf().Select(letters => new string(letters));
        Gen<string[]> record = field.NonEmptyListOf().Select(fields => fields.ToArray());
        return Prop.ForAll(Arb.From(record.ArrayOf()), RestoresBothWays);
    }

    // Once from a reader that gives all it has, once from one that gives a character at a time.
    private static bool RestoresBothWays(string[][] records)
    {
        string text = string.Concat(records.Select(fields => string.Join(',', fields.Select(Quoted)) + "\r\n"));
        return SameRecords(records, ReadAll(new StringReader(text)))
            && SameRecords(records, ReadAll(new DripReader(text)));
    }

    private static bool SameRecords(string[][] expected, List<string[]> actual) =>
        expected.Length == actual.Count && expected.Zip(actual).All(pair => pair.First.SequenceEqual(pair.Second));

    private static string Quoted(string field) => $"\"{field.Replace("\"", "\"\"")}\"";

    private static void AssertRecords(string text, params string[][] expected)
    {
        Assert.Equal(expected, ReadAll(new StringReader(text)));
        Assert.Equal(expected, ReadAll(new DripReader(text)));
    }

    private static void AssertRefused(string text, string message) =>
        Assert.Equal(message, Assert.Throws<InputException>(() => ReadAll(new StringReader(text))).Message);

    private static List<string[]> ReadAll(TextReader text)
    {
        CsvReader reader = new(text);
        List<string[]> records = [];
        while (reader.Read())
        {
            records.Add([.. Enumerable.Range(0, reader.FieldCount).Select(field => reader[field].ToString())]);
        }

        return records;
    }

    private sealed class DripReader(string text) : TextReader
    {
        private int _next;

        public override int Read(char[] buffer, int index, int count)
        {
            if (_next == text.Length)
            {
                return 0;
            }

            buffer[index] = text[_next++];
            return 1;
        }
    }
}

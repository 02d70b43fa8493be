using System.IO.Compression;
using System.Text;
using Inventory.Samples.Quickstart.Input;

namespace Inventory.Quickstart.Tests.Input;

public sealed class SalesFileTests : IDisposable
{
    private const string Text = "Invoice,StockCode\n536365,£\n";

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Find_NoSuchFile_IsRefusedByName() =>
        Assert.Equal(
            $"There is no file {_folder["none.csv"]}.",
            Assert.Throws<InputException>(() => SalesFile.Find(_folder["none.csv"])).Message);

    [Fact]
    public void Find_KnowsAFileByItsBytes()
    {
        SalesFile file = Save("abc.csv", "abc"u8.ToArray());
        Assert.Equal("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad", file.Sha256);
        Assert.Equal("abc.csv", file.Name);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void OpenText_Utf8_WithOrWithoutMark_IsTheSameText(bool withMark)
    {
        UTF8Encoding utf8 = new(withMark);
        AssertText(Save("year.csv", [.. utf8.GetPreamble(), .. utf8.GetBytes(Text)]));
    }

    [Theory]
    [InlineData("year.csv.gz")]
    [InlineData("renamed.csv")]
    public void OpenText_Zipped_IsUnzippedWhateverItsName(string name) => AssertText(Save(name, Zip(Text)));

    private static void AssertText(SalesFile file)
    {
        using TextReader text = file.OpenText();
        Assert.Equal(Text, text.ReadToEnd());
    }

    private static byte[] Zip(string text)
    {
        using MemoryStream zipped = new();
        using (GZipStream zip = new(zipped, CompressionLevel.Fastest))
        {
            zip.Write(Encoding.UTF8.GetBytes(text));
        }

        return zipped.ToArray();
    }

    private SalesFile Save(string name, byte[] bytes)
    {
        File.WriteAllBytes(_folder[name], bytes);
        return SalesFile.Find(_folder[name]);
    }
}

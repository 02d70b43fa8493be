using System.IO.Compression;
using System.Security.Cryptography;

namespace Inventory.Samples.Quickstart.Input;

/// <summary>A file of sales lines, plain or gzip, known by the SHA-256 of its bytes.</summary>
internal sealed record SalesFile(string Path, string Sha256)
{
    private const byte GzipMagic1 = 0x1f;
    private const byte GzipMagic2 = 0x8b;

    public string Name => System.IO.Path.GetFileName(Path);

    public static SalesFile Find(string path)
    {
        if (!File.Exists(path))
        {
            throw new InputException($"There is no file {path}.");
        }

        using FileStream bytes = File.OpenRead(path);
        return new SalesFile(path, Convert.ToHexStringLower(SHA256.HashData(bytes)));
    }

    /// <summary>Opens the text. What the first bytes say counts, not the name: .gz files get renamed.</summary>
    public TextReader OpenText()
    {
        FileStream bytes = File.OpenRead(Path);
        bool zipped = bytes.ReadByte() == GzipMagic1 && bytes.ReadByte() == GzipMagic2;
        bytes.Position = 0;
        return new StreamReader(zipped ? new GZipStream(bytes, CompressionMode.Decompress) : bytes);
    }
}

using System.Text;

namespace Inventory.Samples.Quickstart.Output;

/// <summary>Writes files whole: under another name first, so that a run cut short leaves no half file.</summary>
internal static class OutputFile
{
    private static readonly UTF8Encoding _utf8 = new(encoderShouldEmitUTF8Identifier: false);

    public static void Write(string path, Action<TextWriter> write)
    {
        string unfinished = path + ".tmp";
        using (StreamWriter writer = new(unfinished, append: false, _utf8) { NewLine = "\n" })
        {
            write(writer);
        }

        File.Move(unfinished, path, overwrite: true);
    }
}

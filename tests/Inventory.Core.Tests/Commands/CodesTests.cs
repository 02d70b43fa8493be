using System.Text;
using FsCheck;
using FsCheck.Fluent;
using Inventory.Commands;
using Inventory.Core.Tests.Support;
using Inventory.TestSupport;

namespace Inventory.Core.Tests.Commands;

[Capability("CAT-01")]
public sealed class CodesTests
{
    [Theory]
    [InlineData("A1", "A1")]
    [InlineData("  A1\t\n", "A1")]
    [InlineData("\u00A0A1\u2003", "A1")]
    [InlineData("a b", "a b")]
    [InlineData("e\u0301", "\u00E9")]
    [InlineData("\u212B", "\u00C5")]
    public void Normalise_CutsOuterBlanksAndComposes(string code, string expected) =>
        Assert.Equal(expected, Codes.Normalise(code));

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData(" \t ")]
    [InlineData("A\u0000B")]
    [InlineData("A\nB")]
    [InlineData("A\u009FB")]
    public void Normalise_OfNoCode_IsNull(string? code) => Assert.Null(Codes.Normalise(code));

    [Fact]
    public void Normalise_OfHalfASurrogatePair_IsNull()
    {
        Assert.Null(Codes.Normalise("A\uD83D"));
        Assert.Null(Codes.Normalise("\uDE80A"));
        Assert.Equal("\uD83D\uDE80", Codes.Normalise("\uD83D\uDE80"));
    }

    [Fact]
    public void Normalise_CountsTheComposedCharacters()
    {
        var longest = new string('x', Codes.LengthMax);

        Assert.Equal(longest, Codes.Normalise($"  {longest}  "));
        Assert.Null(Codes.Normalise(longest + "x"));

        // A hundred letters with an accent of their own are a hundred characters ...
        var accents = string.Concat(Enumerable.Repeat("e\u0301", Codes.LengthMax));
        Assert.Equal(Codes.LengthMax, Codes.Normalise(accents)!.Length);

        // ... and one that Unicode never composes counts with its parts.
        Assert.Null(Codes.Normalise(new string('\u0958', Codes.LengthMax)));
        Assert.Equal(Codes.LengthMax, Codes.Normalise(new string('\u0958', Codes.LengthMax / 2))!.Length);
    }

    [Theory]
    [InlineData("abc", "ABC")]
    [InlineData("\u00E9t\u00E9", "\u00C9T\u00C9")]
    [InlineData("i\u0307x", "\u0130X")]
    [InlineData("\u1E96", "H\u0331")]
    [InlineData("\u03C3\u03C2", "\u03A3\u03A3")]
    public void Fold_IsOfTheUpperCase(string code, string expected) =>
        Assert.Equal(expected, Codes.Fold(Codes.Normalise(code)!));

    [Fact]
    public void Fold_KeepsTheTurkishLettersApart()
    {
        Assert.Equal("I", Codes.Fold("i"));
        Assert.NotEqual(Codes.Fold("I"), Codes.Fold("\u0130"));
        Assert.NotEqual(Codes.Fold("i"), Codes.Fold("\u0131"));
    }

    [Theory]
    [MemberData(nameof(Cultures.Data), MemberType = typeof(Cultures))]
    public void Fold_IsTheSameInEveryCulture(string culture) =>
        Cultures.Run(culture, () => Assert.Equal("TITLE I", Codes.Fold("title i")));

    [Fact]
    public void Fold_OfOneLetterAndOneMark_IsACodeThatFoldsToItself()
    {
        // Whoever types the folded code must find what whoever typed the first one defined.
        foreach (var letter in Enumerable.Range(0x21, 0xD800 - 0x21).Select(number => (char)number).Where(IsPlain))
        {
            foreach (var mark in new[] { "", "\u0301", "\u0307", "\u0308", "\u0331", "\u0345" })
            {
                var folded = Codes.Fold(Codes.Normalise(letter + mark)!);
                Assert.Equal(folded, Codes.Normalise(folded));
                Assert.Equal(folded, Codes.Fold(folded));
            }
        }
    }

    [Property(Arbitrary = [typeof(Spellings)])]
    public void Spellings_OfOneCode_FoldToOne(Spelling spelling)
    {
        var code = Codes.Normalise(spelling.Text);
        if (code is null)
        {
            return;
        }

        var folded = Codes.Fold(code);
        Assert.Equal(code, Codes.Normalise(code));
        Assert.Equal(folded, Codes.Fold(Codes.Normalise(" " + code.Normalize(NormalizationForm.FormD) + "\t")!));
        Assert.Equal(folded, Codes.Fold(Codes.Normalise(code.ToUpperInvariant())!));
        Assert.Equal(folded, Codes.Fold(folded));
        Assert.Equal(folded, folded.Normalize(NormalizationForm.FormC));
    }

    private static bool IsPlain(char letter) => char.IsLetter(letter);

    public sealed record Spelling(string Text);

    private static class Spellings
    {
        private static readonly char[] Letters =
            ['a', 'Z', 'i', 'I', '\u0131', '\u0130', '\u0301', '\u0307', '\u0331', '\u0345', '\u00E9', '\u03B1',
                '\u03C2',
             '\u1FB3', '\u1E9E', '\u00DF', '\u212B', '\u0958', '9', ' ', '-', '\uD83D', '\uDE80', '\uFFFF', '\u0378'];

        public static Arbitrary<Spelling> Texts() =>
            Gen.Elements(Letters).ArrayOf().Select(letters => new Spelling(new string(letters))).ToArbitrary();
    }
}

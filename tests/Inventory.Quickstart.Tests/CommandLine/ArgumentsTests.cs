using Inventory.Samples.Quickstart.CommandLine;

namespace Inventory.Quickstart.Tests.CommandLine;

public class ArgumentsTests
{
    [Fact]
    public void Parse_Nothing_IsAMadeUpYear() =>
        Assert.Equal(new Arguments(null, "quickstart-out", 1, false), Arguments.Parse([]));

    [Fact]
    public void Parse_PathAndOut_InAnyOrder()
    {
        Arguments expected = new("year.csv.gz", "there", 1, false);
        Assert.Equal(expected, Arguments.Parse(["year.csv.gz", "--out", "there"]));
        Assert.Equal(expected, Arguments.Parse(["--out", "there", "year.csv.gz"]));
    }

    [Fact]
    public void Parse_Seed_IsAnyWholeNumber() => Assert.Equal(-7, Arguments.Parse(["--seed", "-7"]).Seed);

    [Theory]
    [InlineData("--help")]
    [InlineData("-h")]
    public void Parse_Help_GoesBeforeAll(string help) => Assert.True(Arguments.Parse(["x.csv", help]).WantsHelp);

    [Theory]
    [InlineData("There is no option --fast.", "--fast")]
    [InlineData("There is more than one path.", "a.csv", "b.csv")]
    [InlineData("There is more than one --out.", "--out", "a", "--out", "b")]
    [InlineData("There is more than one --seed.", "--seed", "1", "--seed", "2")]
    [InlineData("--out needs a value.", "--out")]
    [InlineData("--seed needs a whole number, not x.", "--seed", "x")]
    [InlineData("--seed makes up a year; with a path there is nothing to make up.", "a.csv", "--seed", "1")]
    public void Parse_WhatMakesNoSense_IsRefused(string message, params string[] args) =>
        Assert.Equal(message, Assert.Throws<UsageException>(() => Arguments.Parse(args)).Message);
}

namespace Inventory.Sqlite.Tests;

public sealed class SqliteOptionsTests
{
    [Fact]
    public void Defaults_ArePinned()
    {
        var options = new SqliteOptions();

        Assert.Equal(string.Empty, options.ConnectionString);
        Assert.Equal("inventory_", options.TablePrefix);
        Assert.Equal(Durability.Full, options.Durability);
        Assert.Equal(TimeSpan.FromSeconds(30), options.BusyTimeout);
        Assert.Equal(10_000, options.WalAutoCheckpointPages);
        Assert.Equal(65_536, options.WriterCacheKibibytes);
        Assert.Equal(8, options.IdleReadersMax);
    }

    [Theory]
    [InlineData("")]
    [InlineData("Data Source=:memory:")]
    [InlineData("Data Source=stock;Mode=Memory;Cache=Shared")]
    [InlineData("Data Source=file:stock?mode=memory&cache=shared")]
    public void Store_WithoutAFile_IsRefused(string connectionString) =>
        Assert.Contains("needs a file",
        Assert.Throws<ArgumentException>(() => new SqliteStore(connectionString)).Message, StringComparison.Ordinal);

    [Theory]
    [InlineData("")]
    [InlineData("1st_")]
    [InlineData("a-b")]
    [InlineData("a\"; drop table x; --")]
    [InlineData("sqlite_")]
    [InlineData("äß_")]
    [InlineData("a2345678901234567890123456789012345678901")]
    public void TablePrefix_ThatIsNoName_IsRefused(string prefix) => Assert.Throws<ArgumentException>(
        () => new SqliteStore(new SqliteOptions { ConnectionString = "Data Source=stock.db", TablePrefix = prefix }));

    [Fact]
    public void Options_OutOfRange_AreRefused()
    {
        Refused(options => options.BusyTimeout = TimeSpan.FromTicks(-1));
        Refused(options => options.BusyTimeout = TimeSpan.FromDays(2));
        Refused(options => options.WalAutoCheckpointPages = -1);
        Refused(options => options.WriterCacheKibibytes = 0);
        Refused(options => options.IdleReadersMax = -1);
        Refused(options => options.Durability = (Durability)7);

        static void Refused(Action<SqliteOptions> spoil)
        {
            var options = new SqliteOptions { ConnectionString = "Data Source=stock.db" };
            spoil(options);
            Assert.Throws<ArgumentOutOfRangeException>(() => new SqliteStore(options));
        }
    }
}

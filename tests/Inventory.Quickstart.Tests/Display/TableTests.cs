using Inventory.Samples.Quickstart.Display;

namespace Inventory.Quickstart.Tests.Display;

public class TableTests
{
    [Fact]
    public void Write_AlignsColumns_AndLeavesNoBlanksAtTheEnd()
    {
        Table table = new("Goods", "pieces", "<note");
        table.Add("sold", "1,234", "x");
        table.Add("returned by customers", "7");
        StringWriter text = new() { NewLine = "\n" };
        table.Write(text);
        Assert.Equal(
            """
            Goods                     pieces   note
              sold                     1,234   x
              returned by customers        7


            """,
            text.ToString());
    }

    [Fact]
    public void Add_MoreCellsThanColumns_IsACallersMistake() =>
        Assert.Throws<ArgumentException>(() => new Table("a", "b").Add("1", "2", "3"));
}

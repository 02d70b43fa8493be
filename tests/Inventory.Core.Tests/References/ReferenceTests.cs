using Inventory.Core.Tests.Support;
using Inventory.Decisions;
using Inventory.Policies;
using Inventory.References;
using Inventory.TestSupport;

namespace Inventory.Core.Tests.References;

/// <summary>Code lists: numbers, codes, replacement, and the tree of categories.</summary>
[Capability("CAT-12")]
[Capability("CAT-13")]
[Capability("LOC-07")]
public sealed class ReferenceTests
{
    private readonly World _world = new();

    [Fact]
    public void Rows_AreNumberedDenselyPerList()
    {
        Assert.Equal(1, Number(new DefineGrade(_world.Key(), "A")));
        Assert.Equal(1, Number(new DefineOwner(_world.Key(), "A")));
        Assert.Equal(2, Number(new DefineGrade(_world.Key(), "B")));
        Assert.Equal(1, Number(new DefineChannel(_world.Key(), "A")));
        Assert.Equal(1, Number(new DefineCategory(_world.Key(), "A")));
        Assert.Equal(3, Number(new DefineGrade(_world.Key(), "C")));

        Assert.Equal(new ReferenceCounts(1, 3, 1, 1, 0), _world.Ledger.State.References);
    }

    [Fact]
    public void ACode_IsTakenInItsListOnly_UnlessReplaced()
    {
        _world.Post(new DefineGrade(_world.Key(), "Open"));

        _world.Refuse(new DefineGrade(_world.Key(), "OPEN"), ErrorCodes.DuplicateCode);
        var number = Number(new DefineGrade(_world.Key(), "OPEN") { Name = "Opened", Replaces = true });

        Assert.Equal(1, number);
        var row = _world.Ledger.References[(ReferenceKind.Grade, 1)];
        Assert.Equal(("Open", "Opened"), (row.Code, row.Name));
    }

    [Theory]
    [InlineData("A")]
    [InlineData("B")]
    [InlineData("C")]
    public void ACategory_CannotLieInItself(string below)
    {
        Tree(("A", null), ("B", "A"), ("C", "B"));

        var error = _world.Refuse(
            new DefineCategory(_world.Key(), "A", below) { Replaces = true }, ErrorCodes.InvalidTree);

        Assert.Equal("parent", error.Target);
    }

    [Fact]
    public void ACategory_CanMove()
    {
        Tree(("A", null), ("B", "A"), ("C", "B"), ("D", null));

        _world.Post(new DefineCategory(_world.Key(), "A", "D") { Replaces = true });

        Assert.Equal(4, _world.Ledger.References[(ReferenceKind.Category, 1)].Parent);
    }

    /// <summary>Whatever is defined in whatever order, the parents make no loop, and only a loop is refused.</summary>
    [Property]
    public void Parents_AreRefused_ExactlyWhenTheyMakeALoop(byte[] moves)
    {
        const int Count = 6;
        var parents = new int[Count];
        for (var i = 0; i < Count; i++)
        {
            _world.Post(new DefineCategory(_world.Key(), $"C{i}{_world.Key()}"));
        }

        var first = _world.Ledger.State.References.Categories - Count;
        foreach (var move in moves)
        {
            var (child, parent) = (move % Count, move / Count % Count);
            var loops = false;
            for (var (at, steps) = (parent + 1, 0); at != 0 && steps <= Count; at = parents[at - 1], steps++)
            {
                loops |= at == child + 1;
            }

            var outcome = _world.Harness.Send(new DefineCategory(
                _world.Key(), Code(first + child), Code(first + parent))
            { Replaces = true });

            Assert.Equal(loops, outcome.Refused?.Any(error => error.Code == ErrorCodes.InvalidTree) ?? false);
            parents[child] = loops ? parents[child] : parent + 1;
        }
    }

    [Fact]
    public void Policies_OutOfRange_AreAllNamed()
    {
        var errors = _world.Harness.Refuse(new DefineCategory(_world.Key(), "A")
        {
            Selling = new SellingRule
            {
                BufferShare = -0.1m,
                BufferUnits = -1,
                OversellLimit = -1,
                OrderMinimum = 5,
                OrderMaximum = 4,
                OrderIncrement = 0,
                CustomerLimit = SellingRule.AmountMax + 1,
            },
            Thresholds =
            [
                new ThresholdLine(new ThresholdSet { Minimum = 3, Maximum = 2, LeadTimeDays = -1, CountEveryDays = 0 }),
                new ThresholdLine(new ThresholdSet { SafetyStock = 0.0000000001m }),
            ],
        });

        Assert.All(errors, error => Assert.Equal(ErrorCodes.InvalidPolicy, error.Code));
        Assert.Equal(
            [
                "selling.bufferShare", "selling.bufferUnits", "selling.oversellLimit", "selling.orderIncrement",
                "selling.customerLimit", "selling.orderMaximum", "thresholds[0].leadTimeDays",
                "thresholds[0].countEveryDays", "thresholds[0].maximum", "thresholds[1].safetyStock",
                "thresholds[1].location",
            ],
            errors.Select(error => error.Target));
    }

    [Fact]
    public void Axes_AreNamedOnce_WithValuesNamedOnce()
    {
        Refused(new DefineVariants(_world.Key(), "T"), "axes");
        Refused(new DefineVariants(_world.Key(), "T", new VariantAxis("a")), "axes[0].values");
        Refused(
            new DefineVariants(_world.Key(), "T", new VariantAxis("a", "x"), new VariantAxis("A", "x")),
            "axes[1].name");
        Refused(new DefineVariants(_world.Key(), "T", new VariantAxis("a", "x", "X")), "axes[0].values[1]");

        void Refused(DefineVariants define, string target)
        {
            Assert.Equal(target, _world.Refuse(define, ErrorCodes.InvalidVariant).Target);
        }
    }

    [Fact]
    public void LookUps_AskForWhatIsNotLoaded_ThenFindOrRefuse()
    {
        _world.Post(new DefineGrade(_world.Key(), "Open"));
        _world.Harness.Forget();
        var stock = _world.Harness.Stock;
        var work = new Working(stock, new DefineGrade("k", "X"), default);

        Assert.Null(work.FindGrade("open", "grade", 2));
        Assert.Equal([(ReferenceKind.Grade, "OPEN")], work.Needs.ReferenceCodes);

        stock.Put(ReferenceKind.Grade, "OPEN", _world.Ledger.References[(ReferenceKind.Grade, 1)]);
        stock.Put(ReferenceKind.Grade, "NONE", null);
        stock.Put(ReferenceKind.Owner, "NONE", null);
        work = new Working(stock, new DefineGrade("k", "X"), default);
        Assert.Equal(1, work.FindGrade(" open ", "grade", 2)?.Number);
        Assert.Null(work.FindGrade("none", "grade", 2));
        Assert.Null(work.FindOwner("none", "owner"));
        Assert.Null(work.FindChannel("\n", "channel"));
        Assert.Equal(
            [(ErrorCodes.InvalidGrade, "lines[2].grade"), (ErrorCodes.CodeNotFound, "owner"),
                (ErrorCodes.InvalidCode, "channel")],
            work.Errors.Select(error => (error.Code, error.Target)));
    }

    [Property]
    public void Details_AreReadAsTheyWereWritten(decimal? share, decimal? minimum, int? days, int place)
    {
        var category = new Category
        {
            Number = 1,
            Code = "A",
            Thresholds =
                [new ThresholdRule(place, new ThresholdSet { Minimum = minimum, LeadTimeDays = days & 0xFFFF })],
            Selling = new SellingRule { BufferShare = share, OrderIncrement = minimum },
        };

        var read = Reference.Restore(ReferenceKind.Category, 1, "A", string.Empty, 0, category.Details);

        Assert.Equal(category.Details, read.Details);
        Assert.Equal(category.Selling, ((Category)read).Selling);
        Assert.Equal(category.Thresholds, ((Category)read).Thresholds);
        Assert.ThrowsAny<Exception>(() =>
            Reference.Restore(ReferenceKind.Category, 1, "A", string.Empty, 0, category.Details + " "));
    }

    private string Code(int index) => _world.Ledger.References[(ReferenceKind.Category, index + 1)].Code;

    private int Number(DefineReference define) => _world.Post(define).Reply.Number;

    private void Tree(params (string Code, string? Parent)[] rows)
    {
        foreach (var (code, parent) in rows)
        {
            _world.Post(new DefineCategory(_world.Key(), code, parent));
        }
    }
}

using Inventory.Ledger;
using Inventory.Movements;

namespace Inventory.Decisions;

/// <summary>Resolves whose goods a line moves and of which grade, before and after.</summary>
internal static class GoodsReader
{
    // One that is missing or unknown, which is noted, is like no other.
    private const int LeftUnknown = -1, EnteredUnknown = -2;

    /// <summary>The owners and grades of both sides; their places, lots and statuses are left open.</summary>
    public static (Spot From, Spot To) Read(ref Working work, MovementLine line, MovementKind kind, int index)
    {
        var grade = work.GradeNumber(line.Grade, "grade", index) ?? LeftUnknown;
        var owner = (kind == MovementKind.Issue ? work.SellingOwnerNumber(line.Owner, "owner", index)
            : work.OwnerNumber(line.Owner, "owner", index)) ?? LeftUnknown;
        var left = new Spot(0, 0, StockStatus.Available, owner, grade);
        if (kind != MovementKind.GradeChange)
        {
            Keep(ref work, line.ToGrade, kind, "toGrade", index);
        }

        if (kind != MovementKind.OwnerChange)
        {
            Keep(ref work, line.ToOwner, kind, "toOwner", index);
        }

        return (left, kind switch
        {
            MovementKind.GradeChange => left with
            {
                Grade = work.GradeNumber(line.ToGrade, "toGrade", index) ?? EnteredUnknown,
            },
            MovementKind.OwnerChange => left with
            {
                Owner = work.OwnerNumber(line.ToOwner, "toOwner", index) ?? EnteredUnknown,
            },
            _ => left,
        });
    }

    private static void Keep(ref Working work, string? stated, MovementKind kind, string field, int index)
    {
        if (stated is not null)
        {
            work.Refuse(ErrorCodes.InvalidMovement, Working.Path(field, index), stated, "null",
                $"A movement of kind {kind} keeps what it moves as it is; leave {field} out, or send a change of it.");
        }
    }
}

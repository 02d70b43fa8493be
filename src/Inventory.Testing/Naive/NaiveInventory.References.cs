using Inventory.Movements;
using Inventory.References;

namespace Inventory.Testing.Naive;

/// <content>Grades and owners.</content>
public sealed partial class NaiveInventory
{
    private void Define(DefineReference define)
    {
        if (!IsCode(define.Code))
        {
            _errors.Add(ErrorCodes.InvalidCode);
        }
        else if (Find(define.GetType(), define.Code) is not null && !define.Replaces)
        {
            _errors.Add(ErrorCodes.DuplicateCode);
        }
        else
        {
            _references.Add(define);
        }
    }

    // The grades on both sides of a line: only a change of grade changes it.
    private (string? From, string? To) Grades(MovementKind kind, MovementLine line)
    {
        var from = Grade(line.Grade);
        if (kind == MovementKind.GradeChange)
        {
            return (from, Grade(line.ToGrade));
        }

        if (line.ToGrade is not null)
        {
            _errors.Add(ErrorCodes.InvalidMovement);
        }

        return (from, from);
    }

    private (string? From, string? To) Owners(MovementKind kind, MovementLine line)
    {
        var from = kind == MovementKind.Issue ? SellingOwner(line.Owner) : Owner(line.Owner);
        if (kind == MovementKind.OwnerChange)
        {
            return (from, Owner(line.ToOwner));
        }

        if (line.ToOwner is not null)
        {
            _errors.Add(ErrorCodes.InvalidMovement);
        }

        return (from, from);
    }

    // Somebody else's goods are sold only where that has been agreed.
    private string? SellingOwner(string? code)
    {
        var owner = Owner(code);
        if (code is not null && IsCode(code)
            && Find(typeof(DefineOwner), code) is DefineOwner { Terms: OwnerTerms.NotForSale })
        {
            _errors.Add(ErrorCodes.Owner);
        }

        return owner;
    }

    private string? Grade(string? code) => Find(typeof(DefineGrade), code, ErrorCodes.InvalidGrade);

    private string? Owner(string? code) => Find(typeof(DefineOwner), code, ErrorCodes.CodeNotFound);

    private string? Find(Type list, string? code, ErrorCode missing)
    {
        if (code is null)
        {
            return null;
        }

        if (!IsCode(code))
        {
            _errors.Add(ErrorCodes.InvalidCode);
        }
        else if (Find(list, code) is null)
        {
            _errors.Add(missing);
        }

        return Fold(code);
    }

    private DefineReference? Find(Type list, string code) =>
        _references.FindLast(row => row.GetType() == list && Fold(row.Code) == Fold(code));
}

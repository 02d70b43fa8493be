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
        _references.Find(row => row.GetType() == list && Fold(row.Code) == Fold(code));
}

using Inventory.Commands;
using Inventory.References;

namespace Inventory.Decisions;

/// <content>Rows of code lists.</content>
internal ref partial struct Working
{
    /// <summary>A grade by code; null when missing or unknown, which is noted.</summary>
    public Grade? FindGrade(string? code, string field, int line = -1) =>
        (Grade?)FindReference(ReferenceKind.Grade, code, Path(field, line), "grade", ErrorCodes.InvalidGrade);

    /// <summary>The number of a grade, 0 where none is named; null when missing or unknown, which is noted.</summary>
    public int? GradeNumber(string? code, string field, int line = -1) =>
        code is null ? 0 : FindGrade(code, field, line)?.Number;

    /// <summary>An owner by code; null when missing or unknown, which is noted.</summary>
    public Owner? FindOwner(string? code, string field, int line = -1) =>
        (Owner?)FindReference(ReferenceKind.Owner, code, Path(field, line), "owner", ErrorCodes.CodeNotFound);

    /// <summary>The number of an owner, 0 where none is named; null when missing or unknown, which is noted.</summary>
    public int? OwnerNumber(string? code, string field, int line = -1) =>
        code is null ? 0 : FindOwner(code, field, line)?.Number;

    /// <summary>
    /// The number of an owner whose goods may be sold, 0 where none is named; null when missing, unknown or not for
    /// sale, which is noted.
    /// </summary>
    public int? SellingOwnerNumber(string? code, string field, int line)
    {
        if (code is null)
        {
            return 0;
        }

        var owner = FindOwner(code, field, line);
        if (owner is not { Terms: OwnerTerms.NotForSale })
        {
            return owner?.Number;
        }

        Refuse(ErrorCodes.Owner, Path(field, line), owner.Code, "an owner whose goods may be sold",
            $"The goods of {owner.Code} are not for sale; buy them first by a change of owner, or agree to sell them on commission.");
        return null;
    }

    /// <summary>A channel by code; null when missing or unknown, which is noted.</summary>
    public Channel? FindChannel(string? code, string field, int line = -1) =>
        (Channel?)FindReference(ReferenceKind.Channel, code, Path(field, line), "channel", ErrorCodes.CodeNotFound);

    /// <summary>A category by code; null when missing or unknown, which is noted.</summary>
    public Category? FindCategory(string? code, string field) =>
        (Category?)FindReference(ReferenceKind.Category, code, field, "category", ErrorCodes.CodeNotFound);

    /// <summary>A template of variants by code; null when missing or unknown, which is noted.</summary>
    public VariantTemplate? FindTemplate(string? code, string field) => (VariantTemplate?)FindReference(
        ReferenceKind.VariantTemplate, code, field, "variant template", ErrorCodes.CodeNotFound);

    /// <summary>A category and those above it, nearest first; null when one is missing, which is noted.</summary>
    public IReadOnlyList<Category>? CategoryPath(int number)
    {
        var path = new List<Category>();
        while (number != 0)
        {
            if (Stock.FindReference(ReferenceKind.Category, number) is not Category category)
            {
                Needs.ReferenceNumbers.Add((ReferenceKind.Category, number));
                return null;
            }

            path.Add(category);
            number = category.Parent;
        }

        return path;
    }

    private Reference? FindReference(ReferenceKind kind, string? code, string target, string noun, ErrorCode unknown)
    {
        if (Codes.Normalise(code) is not { } normalised)
        {
            RefuseCode(target, code);
            return null;
        }

        var key = Codes.Fold(normalised);
        if (!Stock.TryGetReference(kind, key, out var reference))
        {
            Needs.ReferenceCodes.Add((kind, key));
        }
        else if (reference is null)
        {
            Refuse(unknown, target, code, null, $"There is no {noun} '{code}'; define it first or correct the code.");
        }

        return reference;
    }
}

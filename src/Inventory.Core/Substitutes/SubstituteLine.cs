using NodaTime;

namespace Inventory.Substitutes;

/// <summary>A substitute as a command names it.</summary>
/// <param name="Sku">The substitute's code.</param>
/// <param name="Ratio">How many base units of it replace one base unit of the SKU asked for.</param>
/// <param name="Rule">When it is used.</param>
/// <param name="ValidFrom">The first day; null is since ever.</param>
/// <param name="ValidTo">The last day, included; null is open.</param>
public sealed record SubstituteLine(
    string Sku, Ratio Ratio, SubstitutionRule Rule = SubstitutionRule.Ask, LocalDate? ValidFrom = null,
    LocalDate? ValidTo = null);

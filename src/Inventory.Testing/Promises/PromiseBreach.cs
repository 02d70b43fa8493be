using Inventory.Commands;

namespace Inventory.Testing.Promises;

/// <summary>The first command of a history after which a promise was not kept.</summary>
/// <param name="Law">What was broken.</param>
/// <param name="Cursor">The command's commit and place in it.</param>
/// <param name="Key">The command's key; null where a fact names a command that was never applied.</param>
/// <param name="Sku">The SKU's code.</param>
/// <param name="Pool">The pool's code.</param>
/// <param name="Sellable">Units sellable there after the command, in the base unit.</param>
/// <param name="Promised">Units held at the command's instant and committed, after it.</param>
/// <param name="PromisedBefore">Units held at the same instant and committed, before it.</param>
public sealed record PromiseBreach(
    PromiseLaw Law, ChangeCursor Cursor, CommandKey? Key, string Sku, string Pool, decimal Sellable, decimal Promised,
    decimal PromisedBefore);

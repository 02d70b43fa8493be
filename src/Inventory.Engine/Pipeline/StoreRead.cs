using Inventory.Storage;

namespace Inventory.Pipeline;

/// <summary>Reads from what is committed, once whatever is on its way has landed.</summary>
internal delegate ValueTask StoreRead(Func<IStoreReader, ValueTask> use);

using System.Data;
using System.Data.Common;

namespace Inventory.Testing.Storage;

/// <summary>A transaction that no store can know.</summary>
internal sealed class ForeignTransaction : DbTransaction
{
    public override IsolationLevel IsolationLevel => IsolationLevel.Serializable;

    protected override DbConnection? DbConnection => null;

    public override void Commit()
    {
    }

    public override void Rollback()
    {
    }
}

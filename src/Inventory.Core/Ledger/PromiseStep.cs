namespace Inventory.Ledger;

/// <summary>The steps a reservation can take.</summary>
public enum PromiseStep
{
    /// <summary>Units are held.</summary>
    Hold,

    /// <summary>Units are given back.</summary>
    Release,
}

using Inventory.Docs.Tests.Support;

// Snippets print, write files beside them and, when asked to, rewrite pages: one after the other.
[assembly: CaptureConsole]
[assembly: AssemblyFixture(typeof(ScratchFolder))]
[assembly: CollectionBehavior(DisableTestParallelization = true)]

using System.Globalization;
using Inventory.CrashWorker;

// A process that tests start, and mostly kill: "trade FILE ROUND" trades until it is killed, "sell FILE NAME COUNT"
// sells and ends, "race FILE NAME" reserves in rounds, "host FILE WAY" writes a host's rows and commands in one
// transaction and waits to be killed.
switch (args)
{
    case ["trade", var file, var round]:
        await new Trading(file, int.Parse(round, CultureInfo.InvariantCulture)).RunAsync();
        return 0;
    case ["sell", var file, var name, var count]:
        await Selling.RunAsync(file, name, int.Parse(count, CultureInfo.InvariantCulture));
        return 0;
    case ["race", var file, var name]:
        await Racing.RunAsync(file, name);
        return 0;
    case ["host", var file, var way]:
        await Hosting.RunAsync(file, way);
        return 0;
    default:
        await Console.Error.WriteLineAsync(
            "usage: trade FILE ROUND | sell FILE NAME COUNT | race FILE NAME | host FILE WAY");
        return 2;
}

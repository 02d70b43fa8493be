using Inventory.Samples.ShopCheckout.Story;

if (args.Length > 1 || args is ["--help" or "-h"])
{
    Console.Out.WriteLine("usage: ShopCheckout [FOLDER]   tells its story on a new shop.db in the folder, or in a temporary one");
    return args.Length > 1 ? 2 : 0;
}

var folder = args.Length == 1 ? Directory.CreateDirectory(args[0]) : Directory.CreateTempSubdirectory("shop-checkout-");
var file = Path.Combine(folder.FullName, "shop.db");
if (File.Exists(file))
{
    Console.Error.WriteLine($"{file} exists already; name another folder.");
    return 2;
}

await new ShopStory(file, Console.Out).TellAsync();
return 0;

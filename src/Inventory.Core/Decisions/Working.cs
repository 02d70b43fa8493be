using System.Globalization;
using Inventory.Commands;
using Inventory.Ledger;
using Inventory.Locations;
using Inventory.Lots;

namespace Inventory.Decisions;

/// <summary>
/// The state of one decision while it is made: errors found, things missing, and the change that grows.
/// </summary>
internal ref partial struct Working
{
    // The most errors of one code that name the same field.
    private const int ListedMax = 20;

    private List<InventoryError>? _errors;
    private Needs? _needs;
    private ChangeSet? _change;
    private Dictionary<(int Sku, string CodeKey), Lot>? _newLots;
    private Dictionary<(int Sku, long Number), Lot>? _newLotsByNumber;

    public Working(Stock stock, Command command, Moment moment)
    {
        Stock = stock;
        Command = command;
        Moment = moment;
    }

    public Stock Stock { get; }

    public Command Command { get; }

    public Moment Moment { get; }

    public ChangeSet Change => _change ??= new ChangeSet(Command, Moment.Ordinal);

    public Needs Needs => _needs ??= new Needs();

    public List<InventoryError> Errors => _errors ??= [];

    /// <summary>The lots that this command makes.</summary>
    public Dictionary<(int Sku, string CodeKey), Lot> NewLots => _newLots ??= [];

    /// <summary>The same lots by number: a range of serials makes a hundred thousand.</summary>
    public Dictionary<(int Sku, long Number), Lot> NewLotsByNumber => _newLotsByNumber ??= [];

    /// <summary>Whether nothing has been found wrong or missing so far.</summary>
    public readonly bool IsClear => _errors is null or { Count: 0 } && _needs is null or { IsEmpty: true };

    /// <summary>Whether nothing is missing so far, whatever is wrong.</summary>
    public readonly bool IsLoaded => _needs is null or { IsEmpty: true };

    /// <summary>Something missing comes first: what it turns out to be may be one more error to report.</summary>
    public Decision ToDecision() =>
        _needs is { IsEmpty: false } needs ? new Decision(needs)
        : _errors is { Count: > 0 } errors ? new Decision(Listed(errors))
        : new Decision(Change);

    // A range of serials may find one thing wrong a hundred thousand times.
    private static List<InventoryError> Listed(List<InventoryError> errors) => errors.Count <= ListedMax
        ? errors
        : [.. errors.GroupBy(error => (error.Code, error.Target)).SelectMany(same => same.Take(ListedMax))];

    public void Refuse(ErrorCode code, string target, string? actual, string? allowed, string message) =>
        Errors.Add(new InventoryError(code, target, actual, allowed, message));

    public void CheckHeader()
    {
        if (!Command.Key.IsValid)
        {
            Refuse(ErrorCodes.InvalidKey, "key", Command.Key.ToString(), $"1 to {CommandKey.LengthMax} characters",
                "The command key is missing, too long or holds control characters; give 1 to 200 printable characters.");
        }

        if (Stock.Ledger.RequireActor && string.IsNullOrWhiteSpace(Command.Stamp?.Actor))
        {
            Refuse(ErrorCodes.ActorRequired, "stamp.actor", null, "a name",
                "This ledger accepts no anonymous commands; stamp the command with its actor.");
        }

        if (Command.Stamp is { } stamp)
        {
            CheckText(stamp.Actor, "stamp.actor", CommandKey.LengthMax);
            CheckText(stamp.Device, "stamp.device", CommandKey.LengthMax);
            CheckText(stamp.Channel, "stamp.channel", CommandKey.LengthMax);
        }

        if (Command.Document is { } document)
        {
            CheckDocument(document);
        }
    }

    public void CheckText(string? text, string target, int lengthMax)
    {
        if (text is { } given && (given.Length > lengthMax || !Codes.IsPrintable(given)))
        {
            Refuse(ErrorCodes.InvalidField, target, Codes.IsPrintable(given) ? $"{given.Length} characters"
                : "(not printable)",
                $"at most {lengthMax} printable characters",
                    $"{target} is longer than {lengthMax} or not printable; shorten it.");
        }
    }

    /// <summary>Refuses a number that the enumeration gives no name.</summary>
    public void CheckDefined<T>(T value, string field, int line = -1)
        where T : struct, Enum
    {
        if (!Enum.IsDefined(value))
        {
            Refuse(ErrorCodes.InvalidField, Path(field, line), value.ToString(), "a defined value",
                $"There is no {typeof(T).Name} {value}; use one of those that are defined.");
        }
    }

    /// <summary>A location by code; null when missing or unknown, which is noted.</summary>
    public Location? FindLocation(string? code, string field, int line = -1)
    {
        if (code is { Length: <= Codes.LengthMax } && Stock.TryGetLocation(code, out var quick))
        {
            return quick ?? NoLocation(code, Path(field, line));
        }

        if (Codes.Normalise(code) is not { } normalised)
        {
            RefuseCode(Path(field, line), code);
            return null;
        }

        var key = Codes.Fold(normalised);
        if (Stock.TryGetLocation(key, out var location))
        {
            return location ?? NoLocation(code!, Path(field, line));
        }

        Needs.LocationCodes.Add(key);
        return null;
    }

    /// <summary>The location that pools the stock of another, by number; null when it is not loaded yet.</summary>
    public Location? FindPool(int number)
    {
        if (Stock.TryGetLocation(number) is { } pool)
        {
            return pool;
        }

        Needs.LocationNumbers.Add(number);
        return null;
    }

    /// <summary>A SKU by code; null when missing or unknown, which is noted.</summary>
    public SkuWindow? FindSku(string? code, string field, int line = -1)
    {
        if (code is { Length: <= Codes.LengthMax } && Stock.TryGetSku(code, out var quick))
        {
            return quick ?? NoSku(code, Path(field, line));
        }

        if (Codes.Normalise(code) is not { } normalised)
        {
            RefuseCode(Path(field, line), code);
            return null;
        }

        var key = Codes.Fold(normalised);
        if (Stock.TryGetSku(key, out var sku))
        {
            return sku ?? NoSku(code!, Path(field, line));
        }

        Needs.SkuCodes.Add(key);
        return null;
    }

    /// <summary>An applied command by key; null when missing or unknown, which is noted.</summary>
    public CommandTrace? FindTrace(CommandKey key, string target, ErrorCode unknown)
    {
        if (!key.IsValid)
        {
            Refuse(ErrorCodes.InvalidKey, target, key.ToString(), $"1 to {CommandKey.LengthMax} characters",
                $"{target} is no command key; name the key of an applied command.");
            return null;
        }

        if (!Stock.TryGetTrace(key, out var trace))
        {
            Needs.Commands.Add(key);
            return null;
        }

        if (trace is null)
        {
            Refuse(unknown, target, key.ToString(), null, $"No applied command has the key '{key}'; correct the key.");
        }

        return trace;
    }

    /// <summary>An instant as microseconds; refuses what is too fine, too early or in the future.</summary>
    public long Time(NodaTime.Instant? instant, string target, long absent)
    {
        if (instant is not { } given)
        {
            return absent;
        }

        if (Micros.TryFrom(given) is not { } micros || micros < 0)
        {
            Refuse(ErrorCodes.InvalidTime, target, given
                .ToString("uuuu-MM-dd'T'HH:mm:ss.FFFFFFFFF'Z'", CultureInfo.InvariantCulture),
                "whole microseconds since 1970", $"{target} is before 1970 or finer than a microsecond; cut it to microseconds.");
            return absent;
        }

        if (micros > Moment.Now + Moment.Tolerance)
        {
            Refuse(ErrorCodes.InvalidTime, target, Micros.Text(micros), $"at most {Micros.Text(Moment.Now)}",
                $"{target} lies in the future ({Micros.Text(micros)}, now is {Micros.Text(Moment.Now)}); send it when it has come.");
        }

        return micros;
    }

    public void RefuseCode(string target, string? code) =>
        Refuse(ErrorCodes.InvalidCode, target, code, $"1 to {Codes.LengthMax} characters",
            $"{target} is no code; give 1 to {Codes.LengthMax} printable characters.");

    /// <summary>The name of a field, with its line where it has one.</summary>
    public static string Path(string field, int line) =>
        line < 0 ? field : string.Create(CultureInfo.InvariantCulture, $"lines[{line}].{field}");

    private void CheckDocument(SourceDocument document)
    {
        if (string.IsNullOrWhiteSpace(document.Type) || string.IsNullOrWhiteSpace(document.Id))
        {
            Refuse(ErrorCodes.InvalidReference, "document", $"{document.Type}/{document.Id}", "a type and an id",
                "The source document lacks its type or id; give both.");
        }

        CheckText(document.Type, "document.type", CommandKey.LengthMax);
        CheckText(document.Id, "document.id", CommandKey.LengthMax);
        if (document.Uri is { } uri
            && (uri.Length > 2_000 || !Uri.IsWellFormedUriString(uri, UriKind.RelativeOrAbsolute)))
        {
            Refuse(ErrorCodes.InvalidReference, "document.uri", uri, "an absolute or relative URI",
                $"'{uri}' is not a URI; escape it or leave it out.");
        }
    }

    private Location? NoLocation(string code, string target)
    {
        Refuse(ErrorCodes.LocationNotFound, target, code, null,
            $"There is no location '{code}'; define it first or correct the code.");
        return null;
    }

    private SkuWindow? NoSku(string code, string target)
    {
        Refuse(ErrorCodes.SkuNotFound, target, code, null,
            $"There is no SKU '{code}'; define it first or correct the code.");
        return null;
    }
}

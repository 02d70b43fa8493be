namespace Inventory;

/// <summary>Every refusal the library gives, in order of precedence.</summary>
/// <remarks>A code is a public contract: it is never renamed, and its meaning never widens.</remarks>
public static class ErrorCodes
{
    /// <summary>A command key is empty, too long, or holds control characters.</summary>
    public static readonly ErrorCode InvalidKey = new(10, "Invalid.Key",
        "A command key or its source is missing, longer than 200 characters, or holds control characters.",
        "Give every command a key that is yours and stays the same when you retry.");

    /// <summary>A command that was stored as data cannot be read.</summary>
    public static readonly ErrorCode InvalidCommand = new(15, "Invalid.Command",
        "A command that was stored as data is not whole, or of a version or kind that this library does not know.",
        "Read it with the version of the library that wrote it, or enqueue the command again.");

    /// <summary>The key was used before with another payload.</summary>
    public static readonly ErrorCode IdempotencyMismatch = new(20, "Conflict.IdempotencyMismatch",
        "The command key was applied before with a different payload.",
        "Send the same payload to get the first answer, or use a new key for a new command.");

    /// <summary>The commands of an atomic call cannot be decided together.</summary>
    public static readonly ErrorCode InvalidGroup = new(40, "Invalid.Group",
        "An atomic call has too many commands, or one of them undoes or predates what another of them does.",
        "Send fewer commands at once, or the one that is named in a call of its own.");

    /// <summary>A code is empty, too long or holds control characters.</summary>
    public static readonly ErrorCode InvalidCode = new(100, "Invalid.Code",
        "A code is empty, longer than 100 characters, or holds control characters.",
        "Use 1 to 100 printable characters; outer blanks are cut.");

    /// <summary>A required field is missing or a text is too long.</summary>
    public static readonly ErrorCode InvalidField = new(110, "Invalid.Field",
        "A field is missing or outside its range.",
        "Give a value in the range that the message names.");

    /// <summary>A check digit does not fit.</summary>
    public static readonly ErrorCode InvalidCheckDigit = new(120, "Invalid.CheckDigit",
        "The last digit of a GTIN is not its check digit.",
        "Scan or type the number again; the message names the digit that would fit.");

    /// <summary>A unit conversion is missing or contradicts another.</summary>
    public static readonly ErrorCode InvalidConversion = new(130, "Invalid.Conversion",
        "A unit cannot be converted to the SKU's base unit, or two ways to convert it disagree.",
        "Declare one exact factor for the unit at the SKU, or use one of its units.");

    /// <summary>A quantity is zero, negative or too large.</summary>
    public static readonly ErrorCode InvalidQuantity = new(140, "Invalid.Quantity",
        "A quantity is missing, zero, negative or too large for the ledger.",
        "Give a positive quantity; the direction follows from the movement's kind.");

    /// <summary>A quantity does not land on a step of its unit.</summary>
    public static readonly ErrorCode InvalidStep = new(150, "Invalid.Step",
        "A quantity does not land on a step of the SKU's base unit.",
        "Use one of the two nearest legal quantities that the message names.");

    /// <summary>A cost is out of range.</summary>
    public static readonly ErrorCode InvalidCost = new(160, "Invalid.Cost",
        "A cost is too large for the ledger, or stated where nothing comes in.",
        "Give a cost of zero or more on lines that bring goods in, and none elsewhere.");

    /// <summary>The parent of a location or category makes a loop or is of the wrong kind.</summary>
    public static readonly ErrorCode InvalidTree = new(170, "Invalid.Tree",
        "A location's parent cannot have it as a child, or a category would lie in itself.",
        "Hang a location under an existing company, site, zone, aisle or rack, a category under one outside of it.");

    /// <summary>A location cannot be used this way.</summary>
    public static readonly ErrorCode InvalidLocation = new(180, "Invalid.Location",
        "Stock was to be put on a location that holds none.",
        "Name a location that holds stock, or define this one as holding stock.");

    /// <summary>The movement's shape breaks the rule of its kind.</summary>
    public static readonly ErrorCode InvalidMovement = new(190, "Invalid.Movement",
        "The places or fields of a movement do not fit its kind, or both sides are the same.",
        "Follow the rule that the message names.");

    /// <summary>A service has no stock.</summary>
    public static readonly ErrorCode InvalidForServiceItem = new(200, "Invalid.ForServiceItem",
        "A service cannot hold stock.",
        "Move only SKUs that are goods.");

    /// <summary>A kit has no stock.</summary>
    public static readonly ErrorCode InvalidForKit = new(201, "Invalid.ForKit",
        "A kit has no stock of its own: it is neither moved nor counted.",
        "Move or count its components.");

    /// <summary>A lot or serial is required.</summary>
    public static readonly ErrorCode InvalidLotRequired = new(210, "Invalid.LotRequired",
        "A line names no lot or serial where the SKU requires one, or a SKU without any is asked about its lots.",
        "Name the lot or serial, or a SKU that is tracked by it.");

    /// <summary>A lot or serial is forbidden.</summary>
    public static readonly ErrorCode InvalidLotForbidden = new(209, "Invalid.LotForbidden",
        "A line names a lot or serial where the SKU has none, or has none on movements of that kind.",
        "Leave the lot out.");

    /// <summary>Serials that make no range, or are named twice, or clash with what is in stock.</summary>
    public static readonly ErrorCode InvalidSerialRange = new(212, "Invalid.SerialRange",
        "The serials of a line make no range, are not as many as its quantity, are named twice or come in while they are in stock; the first 20 clashes are listed.",
        "Write both ends in full and of one length, name each serial once, and bring in only what is not in stock.");

    /// <summary>Dates of a lot, or a shelf life, that cannot be.</summary>
    public static readonly ErrorCode InvalidDates = new(211, "Invalid.Dates",
        "The dates of a lot contradict each other or are given where nothing comes in, or a shelf life is no number of days.",
        "Give dates in order: production, then removal and alert, then use-by; and only with goods that come in.");

    /// <summary>Buckets of days that do not follow each other.</summary>
    public static readonly ErrorCode InvalidBuckets = new(213, "Invalid.Buckets",
        "A bucket of days does not end after the one before it, or the first does not end after today.",
        "Give edges of 1 day or more, each above the one before.");

    /// <summary>A reason is missing, unknown or of the wrong direction.</summary>
    public static readonly ErrorCode InvalidReason = new(220, "Invalid.Reason",
        "The reason is missing where the kind requires one, unknown, or made for the other direction.",
        "Define the reason first and use it in its direction.");

    /// <summary>A source document's address is malformed.</summary>
    public static readonly ErrorCode InvalidReference = new(230, "Invalid.Reference",
        "A source document lacks its type or id, or its address is not a URI.",
        "Give type and id, and an absolute or relative URI.");

    /// <summary>An effective time lies in the future or is finer than a microsecond.</summary>
    public static readonly ErrorCode InvalidTime = new(240, "Invalid.Time",
        "An effective time lies in the future beyond the tolerance, before the year 1970, or is finer than a microsecond.",
        "Send a time that has come, cut to microseconds.");

    /// <summary>A hold cannot last so long.</summary>
    public static readonly ErrorCode InvalidTtl = new(250, "Invalid.Ttl",
        "The time of a hold is zero, negative, over 400 days, in the past, given twice, or given for an order.",
        "Give one time above zero and up to 400 days, or none.");

    /// <summary>A reservation has no lines, too many, or fields that contradict each other.</summary>
    public static readonly ErrorCode InvalidReservation = new(260, "Invalid.Reservation",
        "The lines or fields of a reservation do not fit each other.", "Follow the rule that the message names.");

    /// <summary>A rule of selling or a threshold is out of range or contradicts another.</summary>
    public static readonly ErrorCode InvalidPolicy = new(251, "Invalid.Policy",
        "A selling rule or threshold is out of range, or a maximum is below what must fit under it.",
        "Correct one of the values that the message names with their sources.");

    /// <summary>The values of a variant do not fit its template.</summary>
    public static readonly ErrorCode InvalidVariant = new(252, "Invalid.Variant",
        "A variant lacks a value for an axis, names an unknown one, or has the values of another; or axes are malformed.",
        "Give one value per axis of the template, and a combination that no other SKU has.");

    /// <summary>No such grade.</summary>
    public static readonly ErrorCode InvalidGrade = new(253, "Invalid.Grade",
        "No grade has this code.", "Define the grade first, or correct the code.");

    /// <summary>A pack holds nothing, or its chain does not lead to the base unit.</summary>
    public static readonly ErrorCode InvalidPack = new(254, "Invalid.Pack",
        "A pack holds nothing, has no unit of its own, contains a pack of its own or a higher level, or is malformed.",
        "Give each pack a unit of its own and a positive content of the base unit or of a pack of a lower level.");

    /// <summary>A component is in a kit with no quantity.</summary>
    public static readonly ErrorCode InvalidKitQuantity = new(255, "Invalid.KitQuantity",
        "The quantity of a component is zero or negative, or the kit is sold in parts of a unit.",
        "Give how much of the component goes into one kit.");

    /// <summary>A kit would contain itself.</summary>
    public static readonly ErrorCode InvalidKitCycle = new(256, "Invalid.KitCycle",
        "A kit would contain itself, directly or through others, or kits lie too deep in each other.",
        "Take the kit out of one of those that the message names.");

    /// <summary>A substitute leads back, has expired or is malformed.</summary>
    public static readonly ErrorCode InvalidSubstitution = new(257, "Invalid.Substitution",
        "A substitute leads back to the SKU itself, has expired, has no ratio, or is there twice at a time.",
        "Correct or leave out the link that the message names.");

    /// <summary>An ordered quantity breaks the order rules.</summary>
    public static readonly ErrorCode InvalidIncrement = new(258, "Invalid.Increment",
        "An ordered quantity is below the minimum, above the maximum or the customer's limit, or between two increments.",
        "Order one of the nearest legal quantities that the message names.");

    /// <summary>No such SKU.</summary>
    public static readonly ErrorCode SkuNotFound = new(300, "NotFound.Sku",
        "No SKU has this code.", "Define the SKU first, or correct the code.");

    /// <summary>No such location.</summary>
    public static readonly ErrorCode LocationNotFound = new(310, "NotFound.Location",
        "No location has this code.", "Define the location first, or correct the code.");

    /// <summary>No such lot.</summary>
    public static readonly ErrorCode LotNotFound = new(320, "NotFound.Lot",
        "The SKU has no such lot or serial.", "Receive it first, or correct the number.");

    /// <summary>No such command to refer to.</summary>
    public static readonly ErrorCode CommandNotFound = new(330, "NotFound.Command",
        "No applied command has this key, or it has no such line.", "Name the key and line of an applied movement.");

    /// <summary>No such reservation.</summary>
    public static readonly ErrorCode ReservationNotFound = new(340, "NotFound.Reservation",
        "No reservation has this name.", "Name the key and line of the command that made it.");

    /// <summary>No such row in a code list.</summary>
    public static readonly ErrorCode CodeNotFound = new(351, "NotFound.Code",
        "No category, owner, channel or variant template has this code.",
        "Define it first, or correct the code.");

    /// <summary>The code exists already.</summary>
    public static readonly ErrorCode DuplicateCode = new(400, "Conflict.DuplicateCode",
        "Another SKU, location or reason has this code after normalisation.", "Use another code, or change the existing one.");

    /// <summary>Two SKUs would own one identifier.</summary>
    public static readonly ErrorCode AmbiguousIdentifier = new(410, "Conflict.AmbiguousIdentifier",
        "Another SKU owns this identifier in an overlapping period.", "End the other's validity first.");

    /// <summary>The SKU's lifecycle forbids the operation.</summary>
    public static readonly ErrorCode Lifecycle = new(420, "Conflict.Lifecycle",
        "The SKU's lifecycle status does not allow this operation.", "Change the status first.");

    /// <summary>The state is not what the caller saw.</summary>
    public static readonly ErrorCode Version = new(430, "Conflict.Version",
        "The SKU has moved on since the caller read it.", "Read it again and decide again.");

    /// <summary>The ledger requires an actor.</summary>
    public static readonly ErrorCode ActorRequired = new(440, "Forbidden.ActorRequired",
        "The ledger does not accept anonymous commands.", "Stamp the command with its actor.");

    /// <summary>A serial is not where the command needs it.</summary>
    public static readonly ErrorCode SerialState = new(450, "Conflict.SerialState",
        "The serial is already in stock, or not in stock where it should be taken from.",
        "Look up the serial's last movement.");

    /// <summary>A lot came in with other dates before.</summary>
    public static readonly ErrorCode LotDates = new(451, "Conflict.LotDates",
        "A lot comes in with dates that differ from those it has.",
        "Leave the dates out, correct them, or give the goods a lot number of their own.");

    /// <summary>The lot cannot get this status.</summary>
    public static readonly ErrorCode LotTransition = new(452, "Conflict.LotTransition",
        "A lot gets a status that does not follow the one it has.",
        "Take one of the statuses that the message names.");

    /// <summary>The lot is not released.</summary>
    public static readonly ErrorCode LotBlocked = new(453, "Conflict.LotBlocked",
        "Units of a lot that is not released are taken as free, or would become free by themselves.",
        "Release the lot, or name the status that its units are in.");

    /// <summary>Incoming goods have no cost.</summary>
    public static readonly ErrorCode CostMissing = new(460, "Conflict.CostMissing",
        "Goods come in without a stated cost.", "State the cost; for free goods state zero.");

    /// <summary>The movement was reversed already.</summary>
    public static readonly ErrorCode AlreadyReversed = new(470, "Conflict.AlreadyReversed",
        "More would be reversed than the original moved.", "Reverse at most what is left.");

    /// <summary>There is not enough.</summary>
    public static readonly ErrorCode Insufficient = new(480, "Conflict.Insufficient",
        "There is not enough stock, now or at a later instant that the command would change.",
        "Take at most what the message names, or receive first.");

    /// <summary>An order would wait for stock where orders do not wait.</summary>
    public static readonly ErrorCode BackorderForbidden = new(481, "Conflict.BackorderForbidden",
        "An order would wait for stock of a SKU, category or channel whose orders do not wait.",
        "Ask for what is available, or change the selling rule that the message names.");

    /// <summary>All that could be picked will have expired.</summary>
    public static readonly ErrorCode OnlyExpired = new(482, "Conflict.OnlyExpired",
        "All stock that could be picked will have expired on the day of delivery.",
        "Receive fresh goods, deliver earlier, or scrap what has expired.");

    /// <summary>No choice of sites has what an order asks for.</summary>
    public static readonly ErrorCode NoSource = new(483, "Conflict.NoSource",
        "The sites that an order may be shipped from have less of it together than is asked for; each is named with what it has.",
        "Ask for less, name more sites, or take what is available.");

    /// <summary>A late fact would move a counted stock.</summary>
    public static readonly ErrorCode Counted = new(490, "Conflict.Counted",
        "The stock was counted after the movement's effective time.",
        "Send it with an effective time after the count, or let the late fact be compensated.");

    /// <summary>The control total of an opening load does not fit.</summary>
    public static readonly ErrorCode ControlTotal = new(500, "Conflict.ControlTotal",
        "The lines of an opening load do not add up to its control total.", "Correct the lines or the total.");

    /// <summary>A reservation cannot take this step.</summary>
    public static readonly ErrorCode ReservationState = new(510, "Conflict.ReservationState",
        "The reservation has less left than the step needs, or the time of its holds is over.",
        "Take the step on at most what is left, or reserve again.");

    /// <summary>Goods that are to be given to another order have been picked.</summary>
    public static readonly ErrorCode Picked = new(511, "Conflict.Picked",
        "The goods that are to be given to another order have been picked already.",
        "Give other goods, or end the allocation of the picked ones first.");

    /// <summary>More would arrive than was dispatched.</summary>
    public static readonly ErrorCode OverReceipt = new(512, "Conflict.OverReceipt",
        "More of a transfer would arrive or be written off than is on its way, beyond the tolerance.",
        "Receive at most what the message names; count what is there all the same.");

    /// <summary>Goods are given only to an order that goes before.</summary>
    public static readonly ErrorCode Priority = new(513, "Conflict.Priority",
        "Goods were to be taken from an order that goes before the other, or is its equal.",
        "Name a reservation of a higher priority to give them to.");

    /// <summary>There is no room in the bin.</summary>
    public static readonly ErrorCode Capacity = new(514, "Conflict.Capacity",
        "More would come into a bin than it has room for, or how much room it takes is not known.",
        "Bring at most what the message says is free, or put the goods into another bin.");

    /// <summary>The location is frozen.</summary>
    public static readonly ErrorCode Frozen = new(515, "Conflict.Frozen",
        "The location, or one that it lies in, is frozen in the direction of the movement.",
        "Wait until the freeze is lifted, or ask its owner, whom the message names.");

    /// <summary>There is no freeze to lift.</summary>
    public static readonly ErrorCode NotFrozen = new(516, "Conflict.NotFrozen",
        "The location to be unfrozen is not frozen itself.", "Name the very location that was frozen.");

    /// <summary>Somebody else's reservation.</summary>
    public static readonly ErrorCode ForeignHolder = new(445, "Forbidden.Holder",
        "The reservation was made for another holder.", "Name the holder that the reservation was made for.");

    /// <summary>Somebody else's goods.</summary>
    public static readonly ErrorCode Owner = new(518, "Conflict.Owner",
        "The goods belong to somebody whose goods are not sold from here.",
        "Buy them first by a change of owner, or define the owner as selling on commission.");

    /// <summary>A SKU that has moved cannot become a kit.</summary>
    public static readonly ErrorCode KitHasStock = new(521, "Conflict.KitHasStock",
        "A SKU that has been moved cannot become a kit.", "Make a kit of a new SKU.");

    /// <summary>The content of a pack of a SKU that has moved cannot change.</summary>
    public static readonly ErrorCode PackHasStock = new(522, "Conflict.PackHasStock",
        "The content of a pack would change or be forgotten, and its SKU has been moved.",
        "Keep the pack, and add the new content as another version with a unit of its own.");

    /// <summary>Two SKUs that have moved would become one variant.</summary>
    public static readonly ErrorCode VariantHasStock = new(523, "Conflict.VariantHasStock",
        "Other axes of a template would make one variant of two SKUs that have been moved.",
        "Keep the axis that they differ in.");

    /// <summary>Another command of the same atomic call was refused.</summary>
    public static readonly ErrorCode GroupRefused = new(890, "Conflict.GroupRefused",
        "The command was not applied, because another of the same atomic call was refused.",
        "Correct the command that was refused for a reason of its own, and send all of them again.");

    /// <summary>The engine could not take or finish the command in time.</summary>
    public static readonly ErrorCode Busy = new(900, "Conflict.Busy",
        "The engine did not get to the command before its deadline, or is shutting down. Nothing was written.",
        "Send the same command again later, with the same key.");

    /// <summary>All codes, in order of precedence.</summary>
    public static IReadOnlyList<ErrorCode> All { get; } =
    [
        InvalidKey, InvalidCommand, IdempotencyMismatch, InvalidGroup, InvalidCode, InvalidField,
        InvalidCheckDigit, InvalidConversion, InvalidQuantity, InvalidStep, InvalidCost, InvalidTree,
        InvalidLocation, InvalidMovement, InvalidForServiceItem, InvalidForKit, InvalidLotForbidden,
        InvalidLotRequired, InvalidDates,
        InvalidSerialRange, InvalidBuckets, InvalidReason,
        InvalidReference, InvalidTime, InvalidTtl, InvalidPolicy, InvalidVariant, InvalidGrade,
        InvalidPack, InvalidKitQuantity, InvalidKitCycle, InvalidSubstitution, InvalidIncrement, InvalidReservation,
        SkuNotFound, LocationNotFound, LotNotFound, CommandNotFound,
        ReservationNotFound, CodeNotFound,
        DuplicateCode, AmbiguousIdentifier, Lifecycle, Version, ActorRequired, ForeignHolder, SerialState, LotDates,
        LotTransition, LotBlocked,
        CostMissing, AlreadyReversed, Insufficient, BackorderForbidden, OnlyExpired, NoSource, Counted, ControlTotal,
        ReservationState, Picked,
        OverReceipt, Priority, Capacity, Frozen, NotFrozen, Owner,
        KitHasStock, PackHasStock, VariantHasStock, GroupRefused, Busy,
    ];
}

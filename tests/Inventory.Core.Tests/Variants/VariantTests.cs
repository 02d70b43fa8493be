using Inventory.Core.Tests.Support;
using Inventory.References;
using Inventory.TestSupport;
using Inventory.Variants;

namespace Inventory.Core.Tests.Variants;

/// <summary>Variants: one SKU per combination, and what may become of the axes.</summary>
[Capability("CAT-02")]
public sealed class VariantTests
{
    private static readonly VariantAxis Size = new("size", "S", "M", "L");
    private static readonly VariantAxis Colour = new("colour", "red", "blue");

    private readonly World _world = new();

    public VariantTests() => _world.Post(new DefineVariants(_world.Key(), "TEE", Size, Colour));

    [Fact]
    public void Values_AreKeptAsTheTemplateSpellsThem_InTheOrderOfItsAxes()
    {
        Set("NUT", new VariantValue("COLOUR", "Red"), new VariantValue("Size", "s"));

        Assert.Equal(
            [new VariantValue("size", "S"), new VariantValue("colour", "red")],
            _world.Ledger.Skus[1].Variant!.Values);
    }

    [Fact]
    public void ValuesThatDoNotFit_AreRefused()
    {
        Refused("values[1]", Value("size", "S"), Value("cut", "slim"));
        Refused("values[0]", Value("size", "XXL"), Value("colour", "red"));
        Refused("values[1]", Value("size", "S"), Value("size", "M"));
        Refused("values", Value("size", "S"));
        _world.Refuse(new SetVariant(_world.Key(), "NUT", "CAP"), ErrorCodes.CodeNotFound);

        void Refused(string target, params IReadOnlyList<VariantValue> values)
        {
            var error = _world.Refuse(
                new SetVariant(_world.Key(), "NUT", "TEE", values), ErrorCodes.InvalidVariant);
            Assert.Equal(target, error.Target);
        }
    }

    [Fact]
    public void AnAxis_CanGoWhenNoTwoSkusBecomeOne()
    {
        Set("NUT", Value("size", "S"), Value("colour", "red"));
        Set("RICE", Value("size", "M"), Value("colour", "red"));

        _world.Refuse(Axes(Colour), ErrorCodes.InvalidVariant);
        _world.Post(Axes(Size));
        Assert.Equal(
            [ErrorCodes.InvalidVariant, ErrorCodes.InvalidVariant],
            _world.Harness.Refuse(Axes(Size, new VariantAxis("cut", "slim"))).Select(error => error.Code));
        _world.Refuse(Axes(new VariantAxis("size", "S")), ErrorCodes.InvalidVariant);
        _world.Refuse(new SetVariant(_world.Key(), "MILK", "TEE", Value("size", "M")), ErrorCodes.InvalidVariant);
        _world.Post(new SetVariant(_world.Key(), "MILK", "TEE", Value("size", "L")));
    }

    [Fact]
    public void ACombination_IsFreeAgain_WhenItsSkuHasLeft_InOneBatch()
    {
        Set("NUT", Value("size", "S"), Value("colour", "red"));
        _world.Harness.Forget();

        var outcomes = _world.Harness.SendBatch(
            new SetVariant(_world.Key(), "NUT", null),
            new SetVariant(_world.Key(), "RICE", "TEE", Value("size", "S"), Value("colour", "red")),
            new SetVariant(_world.Key(), "MILK", "TEE", Value("size", "S"), Value("colour", "red")));

        Assert.Equal([true, true, false], outcomes.Select(outcome => outcome.Posted is not null));
        Assert.Null(_world.Ledger.Skus[1].Variant);
    }

    /// <summary>Against a dictionary of combinations: a SKU gets one exactly when nobody else has it.</summary>
    [Property]
    public void ACombination_IsGivenOnce((byte Sku, byte Size, byte Colour)[] wishes, bool forgets)
    {
        var world = new World(new HarnessOptions(LoadsEverything: !forgets));
        world.Post(new DefineVariants(world.Key(), "TEE", Size, Colour));
        string[] skus = ["NUT", "MILK", "RICE", "PHONE"];
        var taken = new Dictionary<(int, int), string>();
        foreach (var wish in wishes)
        {
            if (forgets)
            {
                world.Harness.Forget();
            }

            var (sku, size, colour) = (skus[wish.Sku % 4], wish.Size % 3, wish.Colour % 2);
            var outcome = world.Harness.Send(new SetVariant(
                world.Key(), sku, "TEE", Value("size", Size.Values[size]), Value("colour", Colour.Values[colour])));

            var isFree = !taken.TryGetValue((size, colour), out var owner) || owner == sku;
            Assert.Equal(isFree, outcome.Posted is not null);
            if (isFree)
            {
                taken.Where(pair => pair.Value == sku).Select(pair => pair.Key).ToList()
                    .ForEach(key => taken.Remove(key));
                taken[(size, colour)] = sku;
            }
        }
    }

    private static VariantValue Value(string axis, string value) => new(axis, value);

    private DefineVariants Axes(params IReadOnlyList<VariantAxis> axes) =>
        new(_world.Key(), "TEE", axes) { Replaces = true };

    private void Set(string sku, params IReadOnlyList<VariantValue> values) =>
        _world.Post(new SetVariant(_world.Key(), sku, "TEE", values));
}

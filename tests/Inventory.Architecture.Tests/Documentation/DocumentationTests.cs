using System.Reflection;
using System.Xml.Linq;
using Inventory.Architecture.Tests.PublicApi;

namespace Inventory.Architecture.Tests.Documentation;

/// <summary>The XML documentation is the manual: every visible type and member says what it is.</summary>
/// <remarks>The compiler asks for a comment (CS1591); this asks that the comment has words.</remarks>
public sealed class DocumentationTests
{
    public static TheoryData<string> Packages => Repository.PackageData;

    [Theory]
    [MemberData(nameof(Packages))]
    public void EveryVisibleMember_IsDocumented(string package)
    {
        var assembly = Repository.AssemblyOf(package);
        var entries = Entries(assembly);

        var bare = ApiVisibility.Types(assembly).SelectMany(type => Undocumented(type, entries));

        Violations.None($"{package} has visible members without a summary:", bare);
    }

    private static IEnumerable<string> Undocumented(Type type, Dictionary<string, XElement> entries)
    {
        if (!HasWords(entries, DocumentationId.Of(type)))
        {
            yield return DocumentationId.Of(type);
        }

        foreach (var member in ApiVisibility.Members(type))
        {
            var id = DocumentationId.Of(member);
            if (!HasWords(entries, id) && !IsDocumentedByItsType(member, entries))
            {
                yield return id;
            }
        }
    }

    private static bool HasWords(Dictionary<string, XElement> entries, string id) =>
        entries.TryGetValue(id, out var entry)
        && (entry.Element("inheritdoc") is not null || HasWords(entry.Element("summary")));

    private static bool HasWords(XElement? text) =>
        text is not null && (text.HasElements || !string.IsNullOrWhiteSpace(text.Value));

    /// <summary>The parameters of a type describe its primary constructor and its positional properties.</summary>
    private static bool IsDocumentedByItsType(MemberInfo member, Dictionary<string, XElement> entries)
    {
        if (!entries.TryGetValue(DocumentationId.Of(member.DeclaringType!), out var type))
        {
            return false;
        }

        var described = type.Elements("param")
            .Where(HasWords)
            .Select(param => (string?)param.Attribute("name"))
            .ToHashSet(StringComparer.Ordinal);
        return member switch
        {
            PropertyInfo property => described.Contains(property.Name),
            ConstructorInfo made => made.GetParameters().All(parameter => described.Contains(parameter.Name)),
            _ => false,
        };
    }

    private static Dictionary<string, XElement> Entries(Assembly assembly) => XDocument
        .Load(Path.ChangeExtension(assembly.Location, ".xml"))
        .Descendants("member")
        .ToDictionary(member => (string)member.Attribute("name")!, StringComparer.Ordinal);
}

using System.Reflection;
using MedtechBot.Turns;

namespace MedtechBot.Tests;

/// <summary>Slices depend one way: Turns on all; Coordination on Consultations and Channels; Consultations on Answers and Channels; Answers on Knowledge.</summary>
public class DependencyTests
{
    private const BindingFlags Everything = BindingFlags.Instance | BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly;

    private static readonly Assembly Product = typeof(TurnHandler).Assembly;

    public static TheoryData<string, string[]> Slices => new()
    {
        { "Knowledge", [] },
        { "Answers", ["Knowledge"] },
        { "Channels", ["Answers", "Knowledge", "Storage"] },
        { "Consultations", ["Answers", "Channels", "Knowledge", "Storage"] },
        { "Coordination", ["Consultations", "Channels", "Answers", "Knowledge", "Storage"] },
    };

    [Theory]
    [MemberData(nameof(Slices))]
    public void A_slice_uses_only_what_lies_below_it(string slice, string[] below)
    {
        var types = Product.GetTypes().Where(t => SliceOf(t) == slice).ToList();
        var upward = types.SelectMany(type => Uses(type).Select(used => (type, used)))
            .Where(pair => SliceOf(pair.used) is { } other && other != slice && !below.Contains(other))
            .Select(pair => $"{pair.type.FullName} uses {pair.used.FullName}").Distinct();

        Assert.NotEmpty(types);
        Assert.Empty(upward);
    }

    [Fact]
    public void The_product_runs_without_the_web_server() =>
        Assert.DoesNotContain(Product.GetReferencedAssemblies(), a => a.Name!.StartsWith("Microsoft.AspNetCore", StringComparison.Ordinal));

    private static string? SliceOf(Type type) =>
        type.Assembly == Product && type.Namespace?.Split('.') is ["MedtechBot", var slice, ..] ? slice : null;

    private static IEnumerable<Type> Uses(Type type) =>
        new[] { type.BaseType }.Concat(type.GetInterfaces())
            .Concat(type.GetFields(Everything).Select(f => f.FieldType))
            .Concat(type.GetProperties(Everything).Select(p => p.PropertyType))
            .Concat(type.GetMethods(Everything).SelectMany(m => Signature(m).Append(m.ReturnType)))
            .Concat(type.GetConstructors(Everything).SelectMany(Signature))
            .OfType<Type>().SelectMany(Unwrap);

    private static IEnumerable<Type> Signature(MethodBase method) =>
        method.GetParameters().Select(p => p.ParameterType)
            .Concat(method.GetMethodBody()?.LocalVariables.Select(v => v.LocalType) ?? []);

    private static IEnumerable<Type> Unwrap(Type type) =>
        type.HasElementType ? Unwrap(type.GetElementType()!)
        : type.IsGenericType ? type.GetGenericArguments().SelectMany(Unwrap).Append(type)
        : [type];
}

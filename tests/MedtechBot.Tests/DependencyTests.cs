using System.Reflection;
using System.Reflection.Emit;
using MedtechBot.Turns;

namespace MedtechBot.Tests;

/// <summary>Slices depend one way: Turns on all; Coordination on Consultations, Deliveries and Channels; Consultations on Answers, Deliveries and Channels; Teams on Consultations, Deliveries and Channels; Deliveries on Channels; Answers on Knowledge; People, which Consultations and Coordination use, and PersonalData on nothing.</summary>
public class DependencyTests
{
    private const BindingFlags Everything = BindingFlags.Instance | BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly;

    private static readonly Assembly Product = typeof(TurnHandler).Assembly;

    private static readonly Dictionary<short, OpCode> Instructions = typeof(OpCodes).GetFields(BindingFlags.Static | BindingFlags.Public)
        .Select(f => (OpCode)f.GetValue(null)!).ToDictionary(o => o.Value);

    public static TheoryData<string, string[]> Slices => new()
    {
        { "Knowledge", [] },
        { "PersonalData", [] },
        { "People", ["Storage"] },
        { "Answers", ["Knowledge"] },
        { "Channels", ["Answers", "Knowledge", "Storage"] },
        { "Deliveries", ["Channels", "Answers", "Knowledge", "Storage"] },
        { "Consultations", ["Answers", "Channels", "Deliveries", "Knowledge", "People", "PersonalData", "Storage"] },
        { "Repeats", ["Consultations", "People", "Storage"] },
        { "Coordination", ["Consultations", "Channels", "Deliveries", "Answers", "Knowledge", "People", "PersonalData", "Storage"] },
        { "LearningFromUse", ["Turns", "Consultations", "Channels", "Deliveries", "Answers", "Knowledge", "People", "PersonalData", "Storage"] },
        { "Retention", ["LearningFromUse", "Channels", "Turns", "Consultations", "Deliveries", "Coordination", "Answers", "Knowledge", "People", "Repeats", "Storage"] },
        { "Teams", ["Consultations", "Channels", "Deliveries", "Answers", "Knowledge", "People", "Storage"] },
        { "AskerData", ["Retention", "LearningFromUse", "Channels", "Teams", "Turns", "Consultations", "Deliveries", "Coordination", "Answers", "Knowledge", "People", "Storage"] },
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

    [Fact]
    public void What_takes_other_peoples_files_apart_stays_out_of_what_answers() =>
        Assert.DoesNotContain(Product.GetReferencedAssemblies(), a => a.Name is "AngleSharp" or "DocumentFormat.OpenXml" or "MedtechBot.Importing");

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
            .Concat(method.GetMethodBody()?.LocalVariables.Select(v => v.LocalType) ?? [])
            .Concat(Calls(method));

    // A call of a static method leaves no trace but the instruction itself.
    private static IEnumerable<Type> Calls(MethodBase method)
    {
        var code = method.GetMethodBody()?.GetILAsByteArray() ?? [];
        Type[] ofType = method.DeclaringType!.IsGenericType ? method.DeclaringType.GetGenericArguments() : [];
        Type[] ofMethod = method.IsGenericMethod ? method.GetGenericArguments() : [];
        for (var at = 0; at < code.Length;)
        {
            var instruction = Instructions[code[at] == 0xFE ? (short)(0xFE00 | code[at + 1]) : code[at]];
            at += instruction.Size;
            if (instruction.OperandType is OperandType.InlineMethod or OperandType.InlineField or OperandType.InlineType or OperandType.InlineTok)
            {
                var member = method.Module.ResolveMember(BitConverter.ToInt32(code, at), ofType, ofMethod)!;
                yield return member as Type ?? member.DeclaringType!;
            }
            at += instruction.OperandType switch
            {
                OperandType.InlineNone => 0,
                OperandType.ShortInlineBrTarget or OperandType.ShortInlineI or OperandType.ShortInlineVar => 1,
                OperandType.InlineVar => 2,
                OperandType.InlineI8 or OperandType.InlineR => 8,
                OperandType.InlineSwitch => 4 + (4 * BitConverter.ToInt32(code, at)),
                _ => 4,
            };
        }
    }

    private static IEnumerable<Type> Unwrap(Type type) =>
        type.HasElementType ? Unwrap(type.GetElementType()!)
        : type.IsGenericType ? type.GetGenericArguments().SelectMany(Unwrap).Append(type)
        : [type];
}

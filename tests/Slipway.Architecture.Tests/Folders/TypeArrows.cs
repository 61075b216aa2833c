using Mono.Cecil;
using Mono.Cecil.Cil;

namespace Slipway.Architecture.Tests.Folders;

/// <summary>Reads from a built assembly which of its types refer to which others: in signatures, bodies, generic arguments, attributes and bases.</summary>
/// <remarks>
/// What is nested in a type, and what the compiler makes of it (closures, state machines), counts for the type. A constant leaves no trace
/// in what is compiled, so a reference to one isn't seen.
/// </remarks>
internal sealed class TypeArrows
{
    private readonly HashSet<TypeArrow> _arrows = [];
    private readonly ModuleDefinition _module;
    private string _from = string.Empty;

    private TypeArrows(ModuleDefinition module) => _module = module;

    public static IReadOnlyCollection<TypeArrow> In(string path)
    {
        using var module = ModuleDefinition.ReadModule(path);
        var arrows = new TypeArrows(module);
        foreach (var type in module.GetTypes())
        {
            arrows._from = Outermost(type).FullName;
            arrows.OfType(type);
        }

        return arrows._arrows;
    }

    private void OfType(TypeDefinition type)
    {
        To(type.BaseType);
        Of(type);
        OfParameters(type);
        foreach (var implemented in type.Interfaces)
        {
            To(implemented.InterfaceType);
        }

        foreach (var field in type.Fields)
        {
            To(field.FieldType);
            Of(field);
        }

        foreach (var member in type.Properties.Concat<ICustomAttributeProvider>(type.Events))
        {
            Of(member);
        }

        foreach (var method in type.Methods)
        {
            OfMethod(method);
        }
    }

    private void OfMethod(MethodDefinition method)
    {
        To(method.ReturnType);
        Of(method);
        Of(method.MethodReturnType);
        OfParameters(method);
        foreach (var parameter in method.Parameters)
        {
            To(parameter.ParameterType);
            Of(parameter);
        }

        foreach (var overridden in method.Overrides)
        {
            To(overridden);
        }

        if (method.HasBody)
        {
            OfBody(method.Body);
        }
    }

    private void OfBody(MethodBody body)
    {
        foreach (var local in body.Variables)
        {
            To(local.VariableType);
        }

        foreach (var handler in body.ExceptionHandlers)
        {
            To(handler.CatchType);
        }

        foreach (var instruction in body.Instructions)
        {
            To(instruction.Operand as MemberReference);
        }
    }

    private void OfParameters(IGenericParameterProvider provider)
    {
        foreach (var constraint in provider.GenericParameters.SelectMany(p => p.Constraints))
        {
            To(constraint.ConstraintType);
        }
    }

    private void Of(ICustomAttributeProvider provider)
    {
        foreach (var attribute in provider.CustomAttributes)
        {
            To(attribute.Constructor);
            foreach (var argument in attribute.ConstructorArguments.Concat(attribute.Properties.Concat(attribute.Fields).Select(n => n.Argument)))
            {
                OfArgument(argument);
            }
        }
    }

    private void OfArgument(CustomAttributeArgument argument)
    {
        To(argument.Type);
        switch (argument.Value)
        {
            case TypeReference type:
                To(type);
                break;
            case CustomAttributeArgument boxed:
                OfArgument(boxed);
                break;
            case CustomAttributeArgument[] several:
                Array.ForEach(several, OfArgument);
                break;
        }
    }

    private void To(MemberReference? member)
    {
        switch (member)
        {
            case null or GenericParameter:
                break;
            case GenericInstanceType generic:
                To(generic.ElementType);
                To(generic.GenericArguments);
                break;
            case FunctionPointerType function:
                To(function.ReturnType);
                To(function.Parameters.Select(p => p.ParameterType));
                break;
            case TypeSpecification wrapped:
                To((wrapped as IModifierType)?.ModifierType);
                To(wrapped.ElementType);
                break;
            case TypeReference type:
                Add(type);
                break;
            case GenericInstanceMethod generic:
                To(generic.ElementMethod);
                To(generic.GenericArguments);
                break;
            case MethodReference method:
                To(method.DeclaringType);
                To(method.ReturnType);
                To(method.Parameters.Select(p => p.ParameterType));
                break;
            case FieldReference field:
                To(field.DeclaringType);
                To(field.FieldType);
                break;
        }
    }

    private void To(IEnumerable<TypeReference> types)
    {
        foreach (var type in types)
        {
            To(type);
        }
    }

    private void Add(TypeReference type)
    {
        var to = Outermost(type);
        if ((to is TypeDefinition || to.Scope == _module) && to.FullName != _from)
        {
            _arrows.Add(new TypeArrow(_from, to.FullName));
        }
    }

    private static TypeReference Outermost(TypeReference type) => type.DeclaringType is { } declaring ? Outermost(declaring) : type;
}

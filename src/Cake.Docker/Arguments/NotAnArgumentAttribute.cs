namespace Cake.Docker;

/// <summary>Marks a property of settings that reaches docker by another way than its arguments.</summary>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class NotAnArgumentAttribute : Attribute;

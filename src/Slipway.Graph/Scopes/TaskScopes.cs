namespace Slipway.Graph.Scopes;

/// <summary>Knows which task the calling code belongs to, across threads and awaits.</summary>
internal sealed class TaskScopes
{
    private readonly AsyncLocal<TaskScope?> _current = new();

    public TaskScope? Current => _current.Value;

    /// <summary>Makes the scope the current one for the caller and all that it starts.</summary>
    public void Enter(TaskScope? scope) => _current.Value = scope;
}

using Microsoft.AspNetCore.Components;

namespace PovertyDashboard.Features.Inspections.Pages;

/// <summary>One question of the interview with its answer (题目卡片).</summary>
public sealed partial class QuestionCard : ComponentBase
{
    [Parameter, EditorRequired]
    public Question Question { get; set; } = default!;

    [Parameter, EditorRequired]
    public InterviewForm Form { get; set; } = default!;

    [Parameter]
    public bool CanWrite { get; set; }

    /// <summary>Something was answered.</summary>
    [Parameter]
    public EventCallback Changed { get; set; }

    private string TitleId => $"question-{Question.Number}";

    private Task ChooseAsync(string option)
    {
        var chosen = OptionText.Split(Form.Of(Question).Text);
        var next = Question.Kind == QuestionKind.Multiple
            ? OptionText.Join(Question.Choices.Where(c => c == option ? !chosen.Contains(c) : chosen.Contains(c)))
            : chosen.Contains(option) ? "" : option;
        Form.Answer(Question, next);
        return Changed.InvokeAsync();
    }

    private Task TypeAsync(ChangeEventArgs typed)
    {
        Form.Answer(Question, (typed.Value as string ?? "").Trim());
        return Changed.InvokeAsync();
    }

    private Task NoteAsync(ChangeEventArgs typed)
    {
        Form.Note(Question, (typed.Value as string ?? "").Trim());
        return Changed.InvokeAsync();
    }
}

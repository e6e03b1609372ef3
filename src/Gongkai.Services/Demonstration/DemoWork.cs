using System.Collections.Immutable;
using Gongkai.Data;
using Gongkai.Law;
using Gongkai.Organisations.People;
using Gongkai.Publication.Channels;
using Gongkai.Publication.Drafting;
using Gongkai.Publication.Review;
using Gongkai.Services.Publication;

namespace Gongkai.Services.Demonstration;

/// <summary>把排好的事一件件办出来：时钟停在哪一刻，就办哪一刻的事，都经各项服务，所以审计链是真的。</summary>
internal sealed class DemoWork(Database database, PublicationServices publication, ImmutableDictionary<string, DemoTeam> teams, DemoMatters matters, DemoClock clock, CancellationToken cancel)
{
    // 一批办这么多件才提交：一件一提交，时间都花在等磁盘上。
    private const int Together = 250;

    private readonly List<Running> _running = [];

    /// <summary>办完，答复办了几件事；有一件没有办成，说明是哪一件、为什么。</summary>
    /// <param name="others">各条信息以外的事。</param>
    /// <param name="progress">每办完一批，报办到几成。</param>
    public async Task<Outcome<int>> Do(int seed, List<DemoStory> stories, IReadOnlyList<DemoAct> others, Action<double> progress)
    {
        _running.AddRange(stories.Select(story => new Running(story, teams[story.Unit.Key])));
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        var writing = Task.Run(() => WriteDrafts(seed, stop.Token), stop.Token);
        try
        {
            var steps = _running.SelectMany(ActsOf).Concat(others).OrderBy(act => act.At).ToList();
            var done = 0;
            foreach (var batch in steps.Chunk(Together))
            {
                if ((await database.Acts.Together(() => DoBatch(batch), cancel)).Refusal is { } refusal) return refusal;
                progress((done += batch.Length) / (double)steps.Count);
            }

            await writing;
            return done;
        }
        finally
        {
            await stop.CancelAsync();
        }
    }

    private IEnumerable<DemoAct> ActsOf(Running running) => running.Story.Steps.Select((step, index) => new DemoAct(
        step.At, $"{running.Story.Unit.Facts.Name}第 {running.Story.Number} 条的第 {index + 1} 件", () => DoStep(running, step.Step)));

    private async Task<Outcome<int>> DoBatch(DemoAct[] batch)
    {
        foreach (var act in batch)
        {
            clock.MoveTo(act.At);
            if (await act.Do() is { } refusal) return new Refusal($"{act.What}没有办成：{refusal.Reason}");
        }

        return batch.Length;
    }

    private async Task<Refusal?> DoStep(Running running, DemoStep step)
    {
        if (step.IsDrafting) return await Draft(running, step.IsAgain);
        if (step.Action == ReviewAction.PublishOnTime)
        {
            running.Version++;
            return (await publication.Timed.PublishDue(cancel)).Select(failed => failed.Why).FirstOrDefault();
        }

        var action = step.Action!.Value;
        var request = new ReviewRequest(running.Item, running.Version, action)
        {
            Text = step.Text, Document = step.Document,
            Confirmed = action == ReviewAction.Pass ? [.. Enum.GetValues<ReviewQuality>()] : [],
            Channels = action is ReviewAction.Publish or ReviewAction.Schedule ? ChannelsFor(running.Story.Number) : [],
            ScheduledFor = action == ReviewAction.Schedule ? running.Story.ScheduledFor : null,
        };
        return Took(running, await publication.Reviews.Do(By(running, step, action), request, null, cancel));
    }

    private async Task<Refusal?> Draft(Running running, bool isAgain)
    {
        var input = matters.Sorted(running.Team.Unit, running.Story.Number, await running.Input.Task.WaitAsync(cancel));
        var by = running.Team.Handler(running.Story.Number);
        if (isAgain)
        {
            var again = input with { Html = input.Html + "<p>（已经按意见核对、修改。）</p>" };
            return Took(running, await publication.Drafts.Save(by, running.Item, running.Version, again, null, cancel));
        }

        var created = await publication.Drafts.Create(by, running.Team.Unit, input, null, cancel);
        if (created.Refusal is { } refusal) return refusal;
        (running.Item, running.Version) = (created.Value, 1);
        return null;
    }

    private static PersonId By(Running running, DemoStep step, ReviewAction action) => action switch
    {
        ReviewAction.Submit or ReviewAction.TakeBack or ReviewAction.Revise => running.Team.Handler(running.Story.Number),
        ReviewAction.AnswerOpen => running.Team.SecrecyReviewer,
        ReviewAction.Publish or ReviewAction.Schedule or ReviewAction.Keep or ReviewAction.Withdraw => running.Team.Head,
        _ => running.Team.HolderOf(step.From!.Value),
    };

    private static ImmutableArray<Channel> ChannelsFor(int number) => (number % 5) switch
    {
        0 => [Channel.Website, Channel.NewMedia],
        1 => [Channel.Website, Channel.Gazette],
        _ => [Channel.Website],
    };

    private static Refusal? Took(Running running, Outcome<long> outcome)
    {
        if (outcome.Refusal is { } refusal) return refusal;
        running.Version = outcome.Value;
        return null;
    }

    private async Task WriteDrafts(int seed, CancellationToken stop)
    {
        var attachments = new DemoAttachments(database.Attachments, stop);
        var examined = new HashSet<string>(StringComparer.Ordinal);
        foreach (var running in _running)
        {
            try
            {
                var input = await DemoDrafting.Write(seed, running.Story, running.Team.Unit, attachments.Accept);
                // 附件在这边先查好，办事的那边就不等；一样的内容只查一次。
                foreach (var file in input.Added.Where(file => examined.Add(file.Hash))) await publication.Examinations.Examine(new Attachment(default, file.Name, file.Hash, file.Length, file.Kind.MediaType));
                running.Input.SetResult(input);
            }
            catch (Exception exception) when (exception is not OperationCanceledException)
            {
                // 写不出的一条，由要用它的那件事去说。
                running.Input.SetException(exception);
            }
        }
    }

    /// <summary>正在办的一条。</summary>
    private sealed class Running(DemoStory story, DemoTeam team)
    {
        public DemoStory Story { get; } = story;

        public DemoTeam Team { get; } = team;

        public TaskCompletionSource<DraftInput> Input { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public ItemId Item { get; set; }

        public long Version { get; set; }
    }
}

using Slipway.Dockerfiles.StartUp;

namespace Slipway.Dockerfiles.Tests.StartUp;

public sealed class StartSplitSpecs
{
    [Theory]
    [InlineData("alembic upgrade head && python3 -m app.main", "alembic upgrade head", "python3 -m app.main")]
    [InlineData("python manage.py migrate; exec gunicorn -b 0.0.0.0:8000 app", "python manage.py migrate", "gunicorn -b 0.0.0.0:8000 app")]
    [InlineData("flyway migrate && exec java -jar app.jar $OPTS", "flyway migrate", "sh -c exec java -jar app.jar $OPTS")]
    [InlineData("npx prisma migrate deploy && npm run seed && node .", "npx prisma migrate deploy", "sh -c npm run seed && node .")]
    public void A_migration_in_front_is_taken_away(string script, string migration, string start)
    {
        var split = StartSplit.Of(["sh", "-c", script]);

        split.ShouldNotBeNull();
        string.Join(' ', split.Migration).ShouldBe(migration);
        string.Join(' ', split.Start).ShouldBe(start);
    }

    [Theory]
    [InlineData("python3 -m app.main")]
    [InlineData("alembic upgrade head || python3 -m app.main")]
    [InlineData("alembic upgrade head & python3 -m app.main")]
    [InlineData("alembic upgrade $TARGET && python3 -m app.main")]
    [InlineData("URL=x alembic upgrade head && python3 -m app.main")]
    [InlineData("if true; then alembic upgrade head; fi; python3 -m app.main")]
    [InlineData("alembic upgrade head # first\npython3 -m app.main")]
    public void What_would_change_more_is_left_alone(string script) => StartSplit.Of(["sh", "-c", script]).ShouldBeNull();

    [Fact]
    public void A_command_without_a_shell_is_left_alone() => StartSplit.Of(["alembic", "upgrade", "head"]).ShouldBeNull();
}

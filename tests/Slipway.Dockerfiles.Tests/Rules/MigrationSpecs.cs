using Slipway.Dockerfiles.Contexts;
using Slipway.Dockerfiles.Tests.Corpora;

namespace Slipway.Dockerfiles.Tests.Rules;

/// <summary>Migrations at start-up, labelled by hand.</summary>
public sealed class MigrationSpecs(ITestOutputHelper output)
{
    private const string Script = "FROM debian:12\nCOPY entrypoint.sh /entrypoint.sh\nENTRYPOINT [\"/entrypoint.sh\"]\nCMD [\"app\"]\n";

    private static readonly string[] Migrating =
    [
        "CMD [\"sh\", \"-c\", \"alembic upgrade head && python3 -m app.main\"]",
        "CMD alembic upgrade head && uvicorn app:app",
        "CMD alembic upgrade head; exec gunicorn app:app",
        "CMD [\"bash\", \"-lc\", \"alembic -c alembic.ini upgrade head && python app.py\"]",
        "CMD python -m alembic upgrade head && python app.py",
        "CMD poetry run alembic upgrade head && poetry run uvicorn app:app",
        "CMD uv run alembic upgrade head && uv run python app.py",
        "ENTRYPOINT [\"/bin/sh\", \"-c\", \"alembic upgrade heads && exec python app.py\"]",
        "CMD flask db upgrade && flask run",
        "CMD [\"sh\", \"-c\", \"python -m flask db upgrade && gunicorn wsgi\"]",
        "CMD python manage.py migrate && python manage.py runserver 0.0.0.0:8000",
        "CMD python manage.py migrate --noinput && gunicorn site.wsgi",
        "CMD [\"sh\", \"-c\", \"python3 /app/manage.py migrate --no-input; gunicorn site.wsgi\"]",
        "CMD ./manage.py migrate && ./manage.py runserver",
        "CMD django-admin migrate && daphne site.asgi:application",
        "CMD python manage.py collectstatic --noinput && python manage.py migrate && gunicorn site.wsgi",
        "CMD sleep 5 && python manage.py migrate && gunicorn site.wsgi",
        "CMD /venv/bin/python manage.py migrate && gunicorn site.wsgi",
        "CMD aerich upgrade && python app.py",
        "CMD yoyo apply --batch && python app.py",
        "CMD flyway migrate && java -jar app.jar",
        "CMD flyway -url=jdbc:postgresql://db/x -user=x migrate && java -jar app.jar",
        "CMD mvn flyway:migrate && java -jar app.jar",
        "CMD ./gradlew flywayMigrate && java -jar app.jar",
        "CMD liquibase --changeLogFile=x.xml update && java -jar app.jar",
        "CMD dotnet ef database update && dotnet App.dll",
        "CMD ./efbundle && dotnet App.dll",
        "CMD [\"sh\", \"-c\", \"./efbundle --connection $C && exec dotnet App.dll\"]",
        "CMD npx prisma migrate deploy && node server.js",
        "CMD prisma migrate deploy && node server.js",
        "CMD [\"sh\", \"-c\", \"yarn prisma migrate deploy && yarn start\"]".Replace("yarn prisma", "yarn exec prisma", StringComparison.Ordinal),
        "CMD pnpm exec prisma migrate deploy && pnpm start",
        "CMD npx prisma db push && node server.js",
        "CMD npx --yes prisma migrate deploy && node dist/main.js",
        "CMD knex migrate:latest && node server.js",
        "CMD npx knex migrate:latest --env production && node server.js",
        "CMD npx sequelize-cli db:migrate && node server.js",
        "CMD sequelize db:migrate && npm start",
        "CMD npx typeorm migration:run -d dist/source.js && node dist/main.js",
        "CMD npx drizzle-kit migrate && node server.js",
        "CMD npx mikro-orm migration:up && node server.js",
        "CMD node-pg-migrate up && node server.js",
        "CMD db-migrate up && node server.js",
        "CMD npm run migrate && npm start",
        "CMD npm run db:migrate && node server.js",
        "CMD yarn migrate && yarn start",
        "CMD pnpm run migration:run && node server.js",
        "CMD rails db:migrate && rails server",
        "CMD bundle exec rails db:migrate && bundle exec puma",
        "CMD bin/rails db:prepare && bin/rails server",
        "CMD bundle exec rake db:migrate && bundle exec rackup",
        "CMD rake db:schema:load && rails s",
        "CMD migrate -path /migrations -database $DB up && /app",
        "CMD [\"sh\", \"-c\", \"migrate -source file://m -database $DB up && exec /app\"]",
        "CMD goose -dir migrations postgres $DB up && /app",
        "CMD dbmate up && /app",
        "CMD dbmate --wait migrate && /app",
        "CMD atlas migrate apply --url $DB && /app",
        "CMD sqlx migrate run && /app",
        "CMD diesel migration run && /app",
        "CMD sea-orm-cli migrate up && /app",
        "CMD php artisan migrate --force && php-fpm",
        "CMD php bin/console doctrine:migrations:migrate -n && php-fpm",
        "CMD vendor/bin/phinx migrate && php-fpm",
        "CMD mix ecto.migrate && mix phx.server",
        "CMD bin/app eval \"App.Release.migrate\" && bin/app start",
        "CMD wait-for-it.sh db:5432 -- python manage.py migrate && gunicorn site.wsgi",
        "CMD until pg_isready; do sleep 1; done; alembic upgrade head; python app.py",
        "CMD [\"dumb-init\", \"sh\", \"-c\", \"alembic upgrade head && python app.py\"]",
        "CMD (alembic upgrade head) && python app.py",
        "CMD yarn prisma migrate deploy && yarn start:prod",
        "CMD yarn typeorm migration:run -d a.js && node a.js",
        "CMD pnpm knex migrate:latest && pnpm start",
        "CMD node ace migration:run --force && node server.js",
        "CMD python manage.py wait_for_db && python manage.py migrate_schemas --shared && gunicorn a",
        "CMD php yii migrate --interactive=0 && php-fpm",
        "CMD sqitch deploy db:pg:x && /app",
        "CMD env DB=1 python -u manage.py migrate && daphne a",
        "CMD litestar database upgrade --no-prompt && litestar run",
        "CMD cargo sqlx migrate run && /app",
    ];

    private static readonly string[] Scripts =
    [
        "#!/bin/sh\nset -e\nalembic upgrade head\nexec \"$@\"\n",
        "#!/usr/bin/env bash\nset -euo pipefail\npython manage.py migrate --noinput\nexec \"$@\"\n",
        "#!/bin/sh\nif [ \"$RUN_MIGRATIONS\" = true ]; then\n  bundle exec rails db:migrate\nfi\nexec \"$@\"\n",
        "#!/bin/bash\nwhile ! nc -z db 5432; do sleep 1; done\nnpx prisma migrate deploy || exit 1\nexec node server.js\n",
        "#!/bin/sh\nmigrate() {\n  flask db upgrade\n}\nmigrate\nexec \"$@\"\n",
    ];

    private static readonly string[] Harmless =
    [
        "CMD [\"python\", \"app.py\"]",
        "CMD [\"alembic\", \"upgrade\", \"head\"]",
        "ENTRYPOINT [\"flyway\"]\nCMD [\"migrate\"]",
        "CMD [\"sh\", \"-c\", \"until pg_isready; do sleep 1; done; alembic upgrade head\"]",
        "RUN alembic upgrade head\nCMD [\"python\", \"app.py\"]",
        "CMD alembic current && python app.py",
        "CMD alembic check && python app.py",
        "CMD alembic history; python app.py",
        "CMD alembic upgrade head --sql && python app.py",
        "CMD echo \"run alembic upgrade head first\" && python app.py",
        "CMD python app.py # alembic upgrade head",
        "CMD python manage.py runserver",
        "CMD python manage.py showmigrations && gunicorn site.wsgi",
        "CMD python manage.py makemigrations --check && gunicorn site.wsgi",
        "CMD python manage.py migrate --check && gunicorn site.wsgi",
        "CMD python manage.py migrate --plan && gunicorn site.wsgi",
        "CMD python manage.py collectstatic --noinput && gunicorn site.wsgi",
        "CMD flask run",
        "CMD flask db current && flask run",
        "CMD flyway info && java -jar app.jar",
        "CMD flyway validate && java -jar app.jar",
        "CMD liquibase status && java -jar app.jar",
        "CMD dotnet App.dll",
        "CMD dotnet ef migrations list && dotnet App.dll",
        "CMD npx prisma generate && node server.js",
        "CMD npx prisma migrate status && node server.js",
        "CMD knex migrate:status && node server.js",
        "CMD npm run migrate:create && npm start",
        "CMD npm start",
        "CMD rails server",
        "CMD bundle exec rails db:version && rails s",
        "CMD rake routes && rails s",
        "CMD migrate -path m -database $DB version && /app",
        "CMD goose status && /app",
        "CMD php artisan migrate:status && php-fpm",
        "CMD php artisan serve",
        "CMD mix phx.server",
        "HEALTHCHECK CMD alembic current || exit 1\nCMD [\"python\", \"app.py\"]",
        "CMD [\"nginx\", \"-g\", \"daemon off;\"]",
        "CMD cp -r /migrate /up && node server.js",
        "CMD yarn prisma generate && yarn start",
        "CMD yarn typeorm migration:show && node a.js",
        "CMD php yii serve",
        "CMD node ace migration:status && node server.js",
        "CMD [\"gunicorn\", \"migrate:app\"]",
    ];

    private static readonly string[] HarmlessScripts =
    [
        "#!/bin/sh\nexec \"$@\"\n",
        "#!/bin/sh\n# alembic upgrade head\nexec \"$@\"\n",
        "#!/bin/sh\nif [ \"$1\" = migrate ]; then\n  alembic upgrade head\n  exit\nfi\nexec \"$@\"\n",
        "#!/bin/sh\ncase \"$1\" in\n  migrate) alembic upgrade head ;;\n  *) exec \"$@\" ;;\nesac\n",
        "#!/bin/sh\necho 'alembic upgrade head'\nexec \"$@\"\n",
        "#!/usr/bin/env python3\nimport os\nos.system('alembic upgrade head')\n",
    ];

    [Fact]
    public void Nearly_all_migrations_at_start_up_are_found()
    {
        var missed = Migrating.Where(c => !IsFound($"FROM debian:12\n{c}\n", BuildContext.Unknown))
            .Concat(Scripts.Where(s => !IsFound(Script, Folder.Of(("entrypoint.sh", s))))).ToList();
        var cases = Migrating.Length + Scripts.Length;

        output.WriteLine($"migrations at start-up: {cases - missed.Count} of {cases} found");
        foreach (var miss in missed)
        {
            output.WriteLine($"missed: {miss}");
        }

        cases.ShouldBeGreaterThanOrEqualTo(60);
        ((cases - missed.Count) / (double)cases).ShouldBeGreaterThanOrEqualTo(0.95);
    }

    [Fact]
    public void Nothing_else_is_taken_for_a_migration()
    {
        Harmless.Where(c => IsFound($"FROM debian:12\n{c}\n", BuildContext.Unknown)).ShouldBeEmpty();
        HarmlessScripts.Where(s => IsFound(Script, Folder.Of(("entrypoint.sh", s)))).ShouldBeEmpty();
        output.WriteLine($"no false positive among {Harmless.Length + HarmlessScripts.Length} cases");
    }

    [Fact]
    public void Scripts_of_a_package_json_are_followed()
    {
        var build = Folder.Of(("package.json", "{\"scripts\": {\"prestart\": \"prisma migrate deploy\", \"start\": \"node server.js\"}}"));

        IsFound("FROM node:22\nCMD [\"npm\", \"start\"]\n", build).ShouldBeTrue();
    }

    [Fact]
    public void A_script_written_by_the_Dockerfile_itself_is_followed() =>
        IsFound("FROM debian:12\nCOPY <<EOF /start.sh\n#!/bin/sh\nalembic upgrade head\nexec python app.py\nEOF\nCMD [\"sh\", \"/start.sh\"]\n", BuildContext.Unknown).ShouldBeTrue();

    private static bool IsFound(string dockerfile, BuildContext build) => Linting.Lint(dockerfile, build).Of("SLD201").Count > 0;
}

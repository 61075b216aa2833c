using Slipway.Compose.Surroundings;

namespace Slipway.Compose.Tests.Services;

public sealed class WrittenFilesSpecs
{
    [Theory]
    [InlineData("/app/db.sqlite3")]
    [InlineData("/rails/storage/production.sqlite3-wal")]
    [InlineData("/rails/storage/ab/cd/abcd1234")]
    [InlineData("/app/instance/app.db")]
    [InlineData("/metabase.db/metabase.db.mv.db")]
    [InlineData("/var/lib/postgresql/data/PG_VERSION")]
    [InlineData("/var/lib/mysql/ibdata1")]
    [InlineData("/srv/public/uploads/2026/a.png")]
    [InlineData("/pb/pb_data/types.d.ts")]
    [InlineData("/data/0_0.tigerbeetle")]
    public void Databases_and_what_users_brought_are_data(string path) => WrittenFiles.LookLikeData(path).ShouldBeTrue();

    [Theory]
    [InlineData("/tmp/data/a")]
    [InlineData("/run/app.db")]
    [InlineData("/var/log/app/data/x")]
    [InlineData("/var/cache/nginx/client_temp")]
    [InlineData("/app/__pycache__/data.pyc")]
    [InlineData("/app/node_modules/.cache/x.db")]
    [InlineData("/root/.cache/uploads/x")]
    [InlineData("/root/.pki/nssdb/cert9.db")]
    [InlineData("/usr/share/mime/mime.db")]
    [InlineData("/etc/aliases.db")]
    [InlineData("/var/www/storage/framework/views/a.php")]
    [InlineData("/var/www/storage/logs/laravel.log")]
    [InlineData("/app/celerybeat-schedule.db")]
    [InlineData("/app/.next/server/data/x")]
    [InlineData("/app/data")]
    [InlineData("/app/server.pid")]
    public void Caches_logs_and_what_is_made_again_are_none(string path) => WrittenFiles.LookLikeData(path).ShouldBeFalse();
}

"""How alembic reaches the database: as the application does, and never waiting long behind a lock."""

from logging.config import fileConfig

from alembic import context
from sqlalchemy import create_engine, pool

from app.settings import database_url

fileConfig(context.config.config_file_name)

if context.is_offline_mode():
    context.configure(url="postgresql://", literal_binds=True)
    with context.begin_transaction():
        context.run_migrations()
else:
    # A migration that waits for a lock makes every query behind it wait as well, so it gives up soon.
    engine = create_engine(database_url(), poolclass=pool.NullPool, connect_args={"options": "-c lock_timeout=2s"})
    with engine.connect() as connection:
        context.configure(connection=connection, transaction_per_migration=True)
        with context.begin_transaction():
            context.run_migrations()

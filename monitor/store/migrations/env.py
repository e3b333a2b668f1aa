"""Runs migrations on the connection that monitor.store.migrate hands over; Alembic executes this file."""

from alembic import context
from sqlmodel import SQLModel

from monitor.store import mail_schema, schema

__all__ = ["mail_schema", "schema"]  # imported for the tables they declare

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=SQLModel.metadata,
    render_as_batch=True,
)
context.run_migrations()

"""The files in archives.

Revision ID: 0002
"""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"


def upgrade() -> None:
    """Create the table."""
    op.create_table(
        "packed",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("archive_id", sa.Integer(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("document_id", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["archive_id"],
            ["document.id"],
        ),
        sa.ForeignKeyConstraint(
            ["document_id"],
            ["document.id"],
        ),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index(op.f("ix_packed_archive_id"), "packed", ["archive_id"], unique=False)
    op.create_index(op.f("ix_packed_document_id"), "packed", ["document_id"], unique=False)


def downgrade() -> None:
    """Refuse: a backup is restored instead."""
    raise NotImplementedError("restore the backup made before the upgrade")

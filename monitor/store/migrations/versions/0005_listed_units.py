"""Keeps which units a department lists, so that it is checked again when one of them discloses.

Revision ID: 0005
"""

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"


def upgrade() -> None:
    """Create the table of listed units; what is stored already fills it when it is read again."""
    op.create_table(
        "listed_unit",
        sa.Column("document_id", sa.Integer(), nullable=False),
        sa.Column("body_key", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["document_id"], ["reading.document_id"]),
        sa.PrimaryKeyConstraint("document_id", "body_key"),
    )
    op.create_index(op.f("ix_listed_unit_body_key"), "listed_unit", ["body_key"], unique=False)


def downgrade() -> None:
    """Refuse: a backup is restored instead."""
    raise NotImplementedError("restore the backup made before the upgrade")

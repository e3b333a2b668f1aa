"""The places of printed numbers on their pages.

Revision ID: 0003
"""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"


def upgrade() -> None:
    """Add the column; numbers read before have no box until their file is read again."""
    op.add_column("fact", sa.Column("bbox", sa.JSON(none_as_null=True), nullable=True))


def downgrade() -> None:
    """Refuse: a backup is restored instead."""
    raise NotImplementedError("restore the backup made before the upgrade")

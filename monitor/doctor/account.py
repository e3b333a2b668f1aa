"""Looks at who is asking: what root may do says nothing of what the service may do."""

import pwd

from monitor.doctor.diagnosis import Diagnosis, Health

PART, TITLE = "account", "用户"


def look_at_account(user_id: int) -> Diagnosis:
    """Return whether the answers of the others hold for the service."""
    try:
        name = pwd.getpwuid(user_id).pw_name
    except KeyError:
        name = str(user_id)
    if user_id != 0:
        return Diagnosis(PART, TITLE, Health.OK, f"以 {name} 的身份检查")
    return Diagnosis(
        PART,
        TITLE,
        Health.WARNING,
        "以 root 的身份检查，看不出服务的用户有没有权限",
        "改用服务的用户：runuser -u budgetwatch -- budgetwatch doctor --config 目录",
    )

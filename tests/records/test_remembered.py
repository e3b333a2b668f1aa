from records.remembered import remembered


class Counted:
    """A value that equals every other, so that only identity tells two apart."""

    def __init__(self) -> None:
        self.asked = 0

    def __eq__(self, other: object) -> bool:
        return True

    def __hash__(self) -> int:
        return 0


@remembered(2)
def times_asked(value: Counted, step: int = 1) -> int:
    value.asked += step
    return value.asked


def test_the_same_value_is_asked_once() -> None:
    value = Counted()
    assert [times_asked(value), times_asked(value)] == [1, 1]


def test_an_equal_value_is_another_value() -> None:
    first, second = Counted(), Counted()
    times_asked(first)
    times_asked(second)
    assert (first.asked, second.asked) == (1, 1)


def test_only_the_last_values_are_kept() -> None:
    values = [Counted(), Counted(), Counted()]
    for value in (*values, values[0]):
        times_asked(value)
    assert values[0].asked == 2


def test_named_arguments_are_passed_on() -> None:
    assert times_asked(Counted(), step=3) == 3

import pytest

from layers import bits


@pytest.mark.parametrize("rows", [[], [0], [7], [8], [0, 7, 8, 109], list(range(0, 1000, 3))])
def test_rows_come_back(rows):
    assert bits.decode_rows(bits.encode_rows(rows)) == rows


def test_order_and_repeats_do_not_matter():
    assert bits.encode_rows([5, 1, 5]) == bits.encode_rows([1, 5])


def test_row_0_is_the_lowest_bit_of_the_first_byte():
    assert bits.encode_rows([0]) == "AQ=="


def test_negative_row_is_refused():
    with pytest.raises(ValueError, match="start at 0"):
        bits.encode_rows([-1, 2])


def test_a_hundred_thousand_rows_stay_small():
    assert len(bits.encode_rows(range(100_000))) < 17_000

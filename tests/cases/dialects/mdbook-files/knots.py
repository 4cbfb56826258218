"""Knots."""
turns = 3

# ANCHOR: tie
    def tie(rope):
        return rope * turns
# ANCHOR_END: tie

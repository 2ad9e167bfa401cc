"""Prints the numbers of EncodersTest for dmpnn: python3 dmpnn.py, standard library only.

The equations of Yang et al. 2019 (doi 10.1021/acs.jcim.9b00237), directed bond by directed
bond: each message adds up the incoming bonds but the reverse one. Gradients are by complex steps,
d f / d w = Im f(w + ih) / h, exact to rounding. Features, parameters and labels are formulas,
written here and in the test. The same code with the layers of gin instead reproduces that test's
numbers, which PyTorch made: python3 dmpnn.py gin.
"""

import math
import struct
import sys

BONDS = [[(0, 1), (1, 2), (2, 3), (3, 0), (2, 4)], []]
ATOMS = [5, 1]
LABELS = [[0.5, -1.0], [-0.25, 2.0]]
STEP = 1e-30


def single(x):
    return struct.unpack("f", struct.pack("f", x))[0]


def atom(row, i):
    return [single(math.cos(1 + 3 * i + f + 20 * row)) for f in range(3)]


def bond(row, b):
    return [single(math.sin(2 + 2 * b + f + 20 * row)) for f in range(2)]


def relu(x):
    return [v if v.real > 0 else 0 for v in x]


def add(*rows):
    return [sum(column) for column in zip(*rows)]


def affine(x, weight, bias=None):
    made = [sum(v * w for v, w in zip(x, column)) for column in zip(*weight)]
    return made if bias is None else add(made, bias)


def matrix(values, rows, columns):
    return [[values.pop(0) for _ in range(columns)] for _ in range(rows)]


def mean(rows):
    return [v / len(rows) for v in add(*rows)]


def dmpnn(row, values, depth):
    w_i, w_h, w_o = matrix(values, 5, 4), matrix(values, 4, 4), matrix(values, 7, 4)
    bias = values[:4]
    del values[:4]
    start = {}
    for b, (v, w) in enumerate(BONDS[row]):
        for source, target in ((v, w), (w, v)):
            start[source, target] = relu(affine(atom(row, source) + bond(row, b), w_i))
    state = dict(start)
    for _ in range(depth - 1):
        nothing = [0] * 4
        message = {
            (v, w): add(nothing, *(h for (k, to), h in state.items() if to == v and k != w))
            for v, w in state
        }
        state = {e: relu(add(start[e], affine(message[e], w_h))) for e in state}
    atoms = []
    for v in range(ATOMS[row]):
        seen = add([0] * 4, *(h for (_, to), h in state.items() if to == v))
        atoms.append(relu(affine(atom(row, v) + seen, w_o, bias)))
    return mean(atoms)


def gin(row, values, _):
    x = [atom(row, i) for i in range(ATOMS[row])]
    width = 3
    for wide in (4, 3):
        first, a = matrix(values, width, wide), matrix(values, 1, wide)[0]
        second, b = matrix(values, wide, wide), matrix(values, 1, wide)[0]
        width = wide
        sums = []
        for i in range(ATOMS[row]):
            near = [q if p == i else p for p, q in BONDS[row] if i in (p, q)]
            sums.append(add(x[i], *(x[j] for j in near)))
        x = [relu(affine(relu(affine(s, first, a)), second, b)) for s in sums]
    return mean(x)


def logits(encoder, depth, numbers):
    found = []
    for row in range(2):
        values = list(numbers)
        pooled = encoder(row, values, depth)
        projection = matrix(values, len(pooled), 3)
        z = relu(affine(pooled, projection, matrix(values, 1, 3)[0]))
        heads = matrix(values, 3, 2)
        found.append(affine(z, heads, values))
    return found


def report(encoder, depth, sizes):
    numbers = []
    for p, size in enumerate(sizes):
        numbers += [single(0.5 * math.sin(1 + 1.3 * i + 10 * p) + 0.2) for i in range(size)]
    theta = sum(sizes[:-2])
    print("logits", [round(x, 9) for row in logits(encoder, depth, numbers) for x in row])
    squares, mixed = [], []
    for task in range(2):
        gradient = []
        for i in range(theta):
            moved = list(numbers)
            moved[i] += 1j * STEP
            found = logits(encoder, depth, moved)
            loss = sum((found[r][task] - LABELS[r][task]) ** 2 for r in range(2)) / 2
            gradient.append(complex(loss).imag / STEP)
        squares.append(round(sum(g * g for g in gradient), 9))
        mixed.append(round(sum(g * math.cos(i) for i, g in enumerate(gradient)), 9))
    print("squares", squares)
    print("mixed", mixed)


if sys.argv[1:] == ["gin"]:
    report(gin, 0, [12, 4, 16, 4, 12, 3, 9, 3, 9, 3, 6, 2])
else:
    report(dmpnn, 3, [20, 16, 28, 4, 12, 3, 6, 2])

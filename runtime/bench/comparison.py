#!/usr/bin/env python3
"""The experiments of `affinity bench`, written as one would in PyTorch: the peer they are compared with.

    python comparison.py sider.csv --what analysis        one training, 50 epochs, every 5th step captured
    python comparison.py sider.csv --what pairs           64 trainings of two tasks, one after another
    python comparison.py sider.csv --what steps           a step and a capture, warm

The network is that of the Java side: graph convolutions (ÂX)W of 256, batch norm, ReLU, dropout 0.3; the mean
over atoms; a projection of 256; K heads 256-128-1. AdamW, gradients clipped at a global norm of 1, the sum of the
tasks' losses. Heads are stacked, aggregation is a sparse product, and batches are prepared once, so that no time goes
where a careful user of PyTorch would not let it go. Molecules are featurised by RDKit into the same 37 features, within
the process and counted.

A capture by `--capture autograd` is one backward pass over the heads for all ∂z and then one over the encoder for each
task, as the Java side's way (a); by `--capture torchjd` it is TorchJD's Gramian engine.

Needs torch, numpy and rdkit. Prints one JSON object.
"""

import argparse
import copy
import csv
import gzip
import json
import math
import resource
import statistics
import sys
import time

began = time.perf_counter()

import numpy as np
import torch
import torch.nn.functional as F
from rdkit import Chem, RDLogger
from rdkit.Chem.Scaffolds import MurckoScaffold

ELEMENTS = [6, 7, 8, 9, 15, 16, 17, 35, 53]
HYBRIDISATIONS = [
    Chem.HybridizationType.SP,
    Chem.HybridizationType.SP2,
    Chem.HybridizationType.SP3,
    Chem.HybridizationType.SP3D,
    Chem.HybridizationType.SP3D2,
]
FEATURES = 37


def place(value, known):
    return known.index(value) if value in known else len(known)


def atom_features(atom):
    row = np.zeros(FEATURES, dtype=np.float32)
    row[place(atom.GetAtomicNum(), ELEMENTS)] = 1
    row[10 + place(atom.GetDegree(), range(6))] = 1
    row[17 + place(atom.GetFormalCharge(), range(-2, 3))] = 1
    row[23 + place(atom.GetTotalNumHs(), range(5))] = 1
    row[29 + place(atom.GetHybridization(), HYBRIDISATIONS)] = 1
    row[35] = atom.GetIsAromatic()
    row[36] = atom.IsInRing()
    return row


class Molecule:
    """ÂX and the entries of Â = D^-½ (A + I) D^-½."""

    def __init__(self, mol):
        n = mol.GetNumAtoms()
        x = np.stack([atom_features(a) for a in mol.GetAtoms()])
        bonds = np.array(
            [(b.GetBeginAtomIdx(), b.GetEndAtomIdx()) for b in mol.GetBonds()], dtype=np.int64
        ).reshape(-1, 2)
        own = np.arange(n)
        self.rows = np.concatenate([own, bonds[:, 0], bonds[:, 1]])
        self.columns = np.concatenate([own, bonds[:, 1], bonds[:, 0]])
        scale = 1 / np.sqrt(np.bincount(self.rows, minlength=n))
        self.weights = (scale[self.rows] * scale[self.columns]).astype(np.float32)
        self.ax = np.zeros_like(x)
        np.add.at(self.ax, self.rows, self.weights[:, None] * x[self.columns])
        self.atoms = n


def read(path, tasks):
    """Molecules with a graph, their labels with NaN where there is none, and a scaffold split's training rows."""
    opened = gzip.open(path, "rt") if path.endswith(".gz") else open(path)
    with opened as file:
        table = csv.DictReader(file)
        names = [n for n in table.fieldnames if n not in ("smiles", "mol_id")][:tasks]
        molecules, labels, scaffolds = [], [], {}
        for line in table:
            mol = Chem.MolFromSmiles(line["smiles"])
            if mol is None or mol.GetNumAtoms() == 0:
                continue
            scaffold = MurckoScaffold.MurckoScaffoldSmiles(mol=mol)
            scaffolds.setdefault(scaffold, []).append(len(molecules))
            molecules.append(Molecule(mol))
            labels.append([float(line[n]) if line[n] else math.nan for n in names])
    rows = []
    for group in sorted(scaffolds.values(), key=len, reverse=True):
        if len(rows) + len(group) <= 0.8 * len(molecules):
            rows += group
    return molecules, np.array(labels, dtype=np.float32), np.array(rows)


class Batch:
    def __init__(self, molecules, labels):
        starts = np.cumsum([0] + [m.atoms for m in molecules])
        rows = np.concatenate([m.rows + s for m, s in zip(molecules, starts)])
        columns = np.concatenate([m.columns + s for m, s in zip(molecules, starts)])
        weights = np.concatenate([m.weights for m in molecules])
        n = int(starts[-1])
        self.ax = torch.from_numpy(np.concatenate([m.ax for m in molecules]))
        owner = np.repeat(np.arange(len(molecules)), np.diff(starts))
        share = (1 / np.diff(starts)).astype(np.float32)[owner]
        self.rows, self.columns = torch.from_numpy(rows), torch.from_numpy(columns)
        self.weights = torch.from_numpy(weights).unsqueeze(1)
        self.adjacency = torch.sparse_coo_tensor(
            torch.from_numpy(np.stack([rows, columns])), torch.from_numpy(weights), (n, n)
        ).coalesce()
        self.owner, self.share = torch.from_numpy(owner), torch.from_numpy(share).unsqueeze(1)
        self.pool = torch.sparse_coo_tensor(
            torch.from_numpy(np.stack([owner, np.arange(n)])),
            torch.from_numpy(share),
            (len(molecules), n),
        ).coalesce()
        self.present = torch.from_numpy(~np.isnan(labels))
        self.labels = torch.from_numpy(np.nan_to_num(labels))


class Encoder(torch.nn.Module):
    """Aggregates by sparse products, or by gathering and adding rows, which torch.vmap knows how to differentiate."""

    def __init__(self, gather, width=256, layers=3):
        super().__init__()
        sizes = [FEATURES] + [width] * layers
        self.layers = torch.nn.ModuleList(
            [torch.nn.Linear(i, o, bias=False) for i, o in zip(sizes, sizes[1:])]
        )
        for layer in self.layers:
            torch.nn.init.xavier_uniform_(layer.weight)
        self.norms = torch.nn.ModuleList([torch.nn.BatchNorm1d(width) for _ in range(layers)])
        self.projection = torch.nn.Linear(width, width, bias=False)
        self.last = torch.nn.BatchNorm1d(width)
        self.gather = gather

    def mixed(self, h, batch):
        if self.gather:
            return torch.zeros_like(h).index_add(0, batch.rows, batch.weights * h[batch.columns])
        return torch.sparse.mm(batch.adjacency, h)

    def pooled(self, h, batch):
        if self.gather:
            zero = torch.zeros(batch.pool.shape[0], h.shape[1])
            return zero.index_add(0, batch.owner, batch.share * h)
        return torch.sparse.mm(batch.pool, h)

    def forward(self, batch):
        h = batch.ax
        for i, (layer, norm) in enumerate(zip(self.layers, self.norms)):
            a = h if i == 0 else self.mixed(h, batch)
            h = F.dropout(F.relu(norm(layer(a))), 0.3, self.training)
        z = self.projection(self.pooled(h, batch))
        return F.dropout(F.relu(self.last(z)), 0.3, self.training)


class Heads(torch.nn.Module):
    """K heads side by side; a batch norm of K · 128 channels is one of each head's own."""

    def __init__(self, tasks, width=256, hidden=128):
        super().__init__()
        self.tasks, self.hidden = tasks, hidden
        self.first = torch.nn.Parameter(
            torch.cat([torch.nn.init.xavier_uniform_(torch.empty(width, hidden)) for _ in range(tasks)], 1)
        )
        self.norm = torch.nn.BatchNorm1d(tasks * hidden)
        self.second = torch.nn.Parameter(0.1 * torch.randn(tasks, hidden))
        self.bias = torch.nn.Parameter(torch.zeros(tasks))

    def forward(self, z):
        h = F.dropout(F.relu(self.norm(z @ self.first)), 0.3, self.training)
        return (h.view(-1, self.tasks, self.hidden) * self.second).sum(2) + self.bias

    def by_task(self, z):
        """Logits of each task from its own copy of z, [K, B, D]."""
        u = torch.bmm(z, self.first.view(z.shape[2], self.tasks, self.hidden).transpose(0, 1))
        u = self.norm(u.transpose(0, 1).reshape(z.shape[1], -1))
        h = F.dropout(F.relu(u), 0.3, self.training)
        return (h.view(-1, self.tasks, self.hidden) * self.second).sum(2) + self.bias


def task_losses(logits, batch):
    each = F.binary_cross_entropy_with_logits(logits, batch.labels, reduction="none")
    counts = batch.present.sum(0)
    return (each * batch.present).sum(0) / counts.clamp(min=1), counts > 0


class Training:
    def __init__(self, tasks, seed, capture, gather):
        torch.manual_seed(seed)
        self.encoder = Encoder(gather or capture == "torchjd")
        self.heads = Heads(tasks)
        parameters = [*self.encoder.parameters(), *self.heads.parameters()]
        self.parameters = parameters
        self.optimiser = torch.optim.AdamW(parameters, lr=1e-3, weight_decay=0.01, fused=True)
        self.capture = capture
        self.engine = None
        if capture == "torchjd":
            from torchjd.autogram import Engine

            # Each forward pass of a module that it watches must end in a Gramian: it watches a twin.
            self.watched = copy.deepcopy(self.encoder)
            for one, twin in zip(self.encoder.modules(), self.watched.modules()):
                twin._parameters, twin._buffers = one._parameters, one._buffers
            self.engine = Engine(self.watched, batch_dim=None)

    def step(self, batch, look=False):
        """One step; with the Gram matrix of the tasks' gradients of the encoder where it looks."""
        self.optimiser.zero_grad(set_to_none=True)
        gram = None
        if look and self.capture == "autograd":
            gram, losses = self.look(batch)
        else:
            encoder = self.watched if look else self.encoder
            losses, _ = task_losses(self.heads(encoder(batch)), batch)
            if look:
                gram = self.engine.compute_gramian(losses)
        losses.sum().backward()
        torch.nn.utils.clip_grad_norm_(self.parameters, 1.0, foreach=True)
        self.optimiser.step()
        return gram

    def look(self, batch):
        z = self.encoder(batch)
        each = z.unsqueeze(0).expand(self.heads.tasks, -1, -1)
        losses, present = task_losses(self.heads.by_task(each), batch)
        (to_encoder,) = torch.autograd.grad(losses.sum(), each, retain_graph=True)
        theta = list(self.encoder.parameters())
        rows = []
        for task in range(self.heads.tasks):
            found = torch.autograd.grad(z, theta, to_encoder[task], retain_graph=True)
            rows.append(torch.cat([g.flatten() for g in found]))
        gradients = torch.stack(rows)
        return gradients @ gradients.T, losses


def epochs(data, size, count, seed):
    molecules, labels, rows = data
    order = np.random.default_rng(seed)
    for _ in range(count):
        shuffled = order.permutation(rows)
        for at in range(0, len(shuffled) - 1, size):
            own = shuffled[at : at + size]
            yield Batch([molecules[i] for i in own], labels[own])


def train(data, tasks, seed, count, every, capture, gather):
    training = Training(tasks, seed, capture, gather)
    done, captured = 0, 0
    for done, batch in enumerate(epochs(data, 32, count, seed)):
        look = done % every == 0
        captured += look
        gram = training.step(batch, look)
        if gram is not None and not torch.isfinite(gram).all():
            raise SystemExit("a Gram matrix is not finite")
    return done + 1, captured


def steps(data, tasks, capture, gather, rounds):
    """Medians of a step and of a forward pass with a capture, in milliseconds."""
    batches = list(epochs(data, 32, 1, 1))[:6]
    training = Training(tasks, 1, capture, gather)
    found = {"atoms": statistics.mean(len(b.ax) for b in batches)}
    for work in ("step", "capture"):
        times = []
        for i in range(rounds + 10):
            batch = batches[i % len(batches)]
            start = time.perf_counter()
            if work == "step":
                training.step(batch)
            elif capture == "autograd":
                training.look(batch)
            else:
                losses, _ = task_losses(training.heads(training.watched(batch)), batch)
                training.engine.compute_gramian(losses)
            if i >= 10:
                times.append(1e3 * (time.perf_counter() - start))
        low, middle, high = statistics.quantiles(times, n=4)
        found[work] = {"median": middle, "low": low, "high": high, "rounds": rounds}
    return found


def main():
    options = argparse.ArgumentParser()
    options.add_argument("data")
    options.add_argument("--what", choices=["analysis", "pairs", "steps"], default="analysis")
    options.add_argument("--capture", choices=["autograd", "torchjd"], default="autograd")
    options.add_argument("--gather", action="store_true", help="aggregate without sparse tensors")
    options.add_argument("--tasks", type=int, default=10**9)
    options.add_argument("--epochs", type=int, default=50)
    options.add_argument("--every", type=int, default=5)
    options.add_argument("--trainings", type=int, default=64)
    options.add_argument("--rounds", type=int, default=30)
    options.add_argument("--threads", type=int, default=0)
    asked = options.parse_args()
    torch.sparse.check_sparse_tensor_invariants.disable()
    RDLogger.DisableLog("rdApp.*")
    if asked.threads:
        torch.set_num_threads(asked.threads)
    imported = time.perf_counter()
    tasks = 2 if asked.what == "pairs" else asked.tasks
    data = read(asked.data, tasks)
    tasks = data[1].shape[1]
    featurised = time.perf_counter()
    found = {}
    if asked.what == "steps":
        found = steps(data, tasks, asked.capture, asked.gather, asked.rounds)
    else:
        for seed in range(1, 1 + (asked.trainings if asked.what == "pairs" else 1)):
            done, captured = train(
                data, tasks, seed, asked.epochs, asked.every, asked.capture, asked.gather
            )
        found = {"steps": done, "captures": captured}
    found |= {
        "what": asked.what,
        "captureBy": asked.capture,
        "aggregation": "gather" if asked.gather or asked.capture == "torchjd" else "sparse",
        "tasks": tasks,
        "molecules": len(data[0]),
        "training": len(data[2]),
        "threads": torch.get_num_threads(),
        "torch": torch.__version__,
        "python": sys.version.split()[0],
        "secondsImporting": imported - began,
        "secondsFeaturising": featurised - imported,
        "secondsTraining": time.perf_counter() - featurised,
        "megabytes": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024,
    }
    print(json.dumps(found))


if __name__ == "__main__":
    main()

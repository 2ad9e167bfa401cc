"""Makes optimisers.csv beside it: python3 optimisers.py > optimisers.csv, with torch from PyPI.

Five steps from w_i = cos(i) along g_i = 3 sin(0.7 i + t), clipped at norm 20, at falling rates, in
double; every 300th of 2,400 numbers.
"""

import torch

torch.set_default_dtype(torch.float64)
COUNT = 2400

MAKERS = {
    "adamW": lambda w: torch.optim.AdamW(w, weight_decay=0.1, foreach=False),
    "adam": lambda w: torch.optim.Adam(w, weight_decay=0.1, foreach=False),
    "adam without decay": lambda w: torch.optim.Adam(w, weight_decay=0, foreach=False),
    "sgd": lambda w: torch.optim.SGD(w, lr=1, momentum=0.9, weight_decay=0.1, foreach=False),
    "sgd without momentum": lambda w: torch.optim.SGD(w, lr=1, weight_decay=0.1, foreach=False),
}

print(f"# torch {torch.__version__.split('+')[0]}, made by optimisers.py")
for name, maker in MAKERS.items():
    i = torch.arange(COUNT, dtype=torch.float64)
    w = torch.nn.Parameter(torch.cos(i))
    optimiser = maker([w])
    for t in range(1, 6):
        w.grad = 3 * torch.sin(0.7 * i + t)
        torch.nn.utils.clip_grad_norm_([w], 20)
        for group in optimiser.param_groups:
            group["lr"] = 0.02 / t
        optimiser.step()
    print(",".join([name] + [repr(v) for v in w.detach()[::300].tolist()]))

"""The figures of `plumb metrics` by pandas, for the comparison in docs/benchmarks.md.

python3 src/bench/peers.py FILE       with a file named ret*, min* or tr*: daily returns, minutely equity, trades by symbol

Prints JSON; no intervals, for pandas has none.
"""

import json
import sys
from pathlib import Path

import numpy as np
import pandas as pd


def trades(file):
    d = pd.read_csv(file, parse_dates=["entry_time", "exit_time"])
    by = d["symbol"]
    pnl = d.groupby("symbol")["pnl"]
    won, lost = d["pnl"] > 0, d["pnl"] < 0
    gain = d["pnl"].clip(lower=0).groupby(by).sum()
    loss = -d["pnl"].clip(upper=0).groupby(by).sum()
    held = (d["exit_time"] - d["entry_time"]).dt.total_seconds()
    table = pd.DataFrame(
        {
            "trades": pnl.size(),
            "win_rate": won.groupby(by).mean(),
            "profit_factor": gain / loss,
            "expectancy": pnl.mean(),
            "net_pnl": pnl.sum(),
            "largest_win": pnl.max(),
            "largest_loss": -pnl.min(),
            "average_win": gain / won.groupby(by).sum(),
            "average_loss": loss / lost.groupby(by).sum(),
            "holding_time": held.groupby(by).median(),
            "sqn": pnl.mean() / pnl.std() * np.sqrt(pnl.size()),
        }
    )
    return json.loads(table.to_json(orient="index", double_precision=15))


def series(file, equity):
    d = pd.read_csv(file, parse_dates=[0], index_col=0).iloc[:, 0]
    returns = (d / d.shift(1) - 1).dropna() if equity else d
    periods = 525_600 if equity else 365
    x = returns.to_numpy()
    curve = (d / d.iloc[0]).to_numpy() if equity else np.concatenate([[1.0], np.cumprod(1 + x)])
    depth = 1 - curve / np.maximum.accumulate(curve)
    years = (returns.index[-1] - d.index[0]) / pd.Timedelta(days=365) if equity else len(x) / 365
    total = curve[-1] - 1
    cagr = (1 + total) ** (1 / years) - 1
    low, high = np.minimum(x, 0), np.maximum(x, 0)
    mean, sd = x.mean(), x.std(ddof=1)
    centred = x - mean
    square = (centred**2).mean()
    q = np.quantile(x, 0.05)
    days = (1 + returns).groupby(returns.index.floor("D")).prod() - 1
    months = (1 + returns).groupby([returns.index.year, returns.index.month]).prod() - 1
    return {
        "total_return": total,
        "cagr": cagr,
        "volatility": sd * np.sqrt(periods),
        "sharpe": mean / sd * np.sqrt(periods),
        "sortino": mean / np.sqrt((low**2).mean()) * np.sqrt(periods),
        "downside_deviation": np.sqrt((low**2).mean() * periods),
        "max_drawdown": depth.max(),
        "calmar": cagr / depth.max(),
        "ulcer_index": np.sqrt((depth[1:] ** 2).mean()),
        "pain_index": depth[1:].mean(),
        "omega": high.sum() / -low.sum(),
        "gain_to_pain": x.sum() / -low.sum(),
        "var_95": -q,
        "cvar_95": -x[x <= q].mean(),
        "tail_ratio": np.quantile(x, 0.95) / abs(q),
        "skewness": (centred**3).mean() / square**1.5,
        "kurtosis": (centred**4).mean() / square**2 - 3,
        "best_day": days.max(),
        "best_month": months.max(),
        "worst_month": months.min(),
    }


name = sys.argv[1]
kind = Path(name).name[:2]
print(json.dumps(trades(name) if kind == "tr" else series(name, kind == "mi"), default=float))

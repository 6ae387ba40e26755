"""Runs lifetimes 0.11.3 so often on a table that peers.ts wrote: prints the CPU seconds of the first and of the last run, and the log-likelihood."""

import json
import math
import resource
import sys

import lifetimes
import pandas

fitters = {
    "bg/nbd": lifetimes.BetaGeoFitter,
    "mbg/nbd": lifetimes.ModifiedBetaGeoFitter,
    "pareto/nbd": lifetimes.ParetoNBDFitter,
    "gamma-gamma": lifetimes.GammaGammaFitter,
}


def seconds():
    usage = resource.getrusage(resource.RUSAGE_SELF)
    return usage.ru_utime + usage.ru_stime


name, file, parameters, runs = sys.argv[1:]
data = pandas.read_csv(file)


def fit():
    fitter = fitters[name]()
    if name == "gamma-gamma":
        fitter.fit(data["x"], data["z"])
    else:
        fitter.fit(data["x"], data["t_x"], data["T"])
    # lifetimes minimises the mean over customers, of the Pareto/NBD the sum, with times in units of its own.
    total = -fitter._negative_log_likelihood_ * (1 if name == "pareto/nbd" else len(data))
    return total if name == "gamma-gamma" else total + data["x"].sum() * math.log(fitter._scale)


def value():
    given = json.loads(parameters)
    orders = lifetimes.BetaGeoFitter()
    orders.params_ = pandas.Series(dict(zip(["r", "alpha", "a", "b"], given["purchases"])))
    orders.predict = orders.conditional_expected_number_of_purchases_up_to_time
    amounts = lifetimes.GammaGammaFitter()
    amounts.params_ = pandas.Series(dict(zip(["p", "q", "v"], given["spend"])))
    amounts.customer_lifetime_value(
        orders, data["x"], data["t_x"], data["T"], data["z"], time=12, discount_rate=0.008, freq="W"
    )
    return 0


taken = []
for _ in range(int(runs)):
    start = seconds()
    log_likelihood = value() if name == "clv" else fit()
    taken.append(seconds() - start)
print(json.dumps({"first": taken[0], "third": taken[-1], "logLikelihood": log_likelihood}))

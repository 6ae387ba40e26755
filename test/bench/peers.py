"""Fits a model of lifetimes 0.11.3 to a table that peers.ts wrote, and prints the CPU seconds and the log-likelihood."""

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


name, file = sys.argv[1:]
data = pandas.read_csv(file)
fitter = fitters[name]()
start = seconds()
if name == "gamma-gamma":
    fitter.fit(data["x"], data["z"])
else:
    fitter.fit(data["x"], data["t_x"], data["T"])
taken = seconds() - start
# lifetimes minimises the mean over customers, of the Pareto/NBD the sum, with times in units of its own.
log_likelihood = -fitter._negative_log_likelihood_ * (1 if name == "pareto/nbd" else len(data))
if name != "gamma-gamma":
    log_likelihood += data["x"].sum() * math.log(fitter._scale)
print(json.dumps({"seconds": taken, "logLikelihood": log_likelihood}))

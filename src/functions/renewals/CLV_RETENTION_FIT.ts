import { alphaOf, betaOf, survival } from "../../core/renewals/curve";
import { type Limit, type RenewalFit, renewalModels } from "../../core/renewals/fit";
import { sum } from "../../core/math/sum";
import { type ResultTable, finishedTable } from "../../sheet/result";
import { readArguments } from "../../sheet/table";
import { type ModelChoice, modelArgument, renewalFunction, survivorsDetails } from "./survivors";

const args = [modelArgument] as const;

/** What is to be known where the likelihood has no maximum at finite parameters, or more than one. */
const sentences: Record<Limit, string> = {
  "nobody lost": "Nobody was lost, so survival stays at 100%: observe longer before you rely on it",
  "nobody kept": "Nobody renewed, so survival is 0",
  "one loss":
    "Nobody was lost after renewal 1, so anyone who renews once is assumed to stay for good: observe longer before you rely on it",
  "few renewals": "Too few renewals to tell customers apart: all get the same chance of leaving (theta)",
  alike: "Customers do not differ: all have the same chance of leaving at each renewal (theta)",
  steep:
    "The risk of leaving rises with tenure as fast as the model allows, so c has no number: survival is that of the limit",
};

const limitsWithoutC = new Set<Limit>(["nobody lost", "nobody kept", "one loss", "steep"]);

/** The parameters of a model, blank where they have no finite value above 0. */
function parameters({ model, curve, limits }: RenewalFit): ResultTable["rows"] {
  const known = (value: number) => (value > 0 && value < Infinity ? value : undefined);
  const c = limits.some((limit) => limitsWithoutC.has(limit)) ? undefined : curve.c;
  const all: ResultTable["rows"] = [
    ["alpha", known(alphaOf(curve))],
    ["beta", known(betaOf(curve))],
    ["c", c],
  ];
  return [
    ...all.slice(0, [0, 2, 3][renewalModels.indexOf(model)]),
    ...(curve.spread === 0 ? [["theta", -Math.expm1(-curve.lambda)]] : []),
  ];
}

const columns = [
  { name: "Item", unit: "text" },
  { name: "Value", unit: "parameter" },
] as const;

export const CLV_RETENTION_FIT = renewalFunction({
  name: "CLV_RETENTION_FIT",
  summary:
    "Fits a model of contract renewals: its parameters, how well it fits, and how the other models compare (lowest AIC is best). For contracts that end unless renewed, not for a shop's orders.",
  details: `${survivorsDetails} Each customer leaves at each renewal with their own probability theta; alpha and beta are the beta distribution of theta. With c, survival is (1 − theta)^(t^c): above 1 the risk rises with tenure, below 1 it falls. The geometric model, and the others if customers show no difference, have one theta for all. Mean absolute error is that of survival at the observed renewals. Warnings says when the data do not settle the parameters and which limit is used.`,
  notFor: "Not for a shop's orders, which have no contract: use CLV_FIT.",
  args,
  columns,
  result:
    "Table: Item, Value with Model, its parameters (alpha, beta, c, theta), Log-likelihood, AIC, AIC of the other models, Mean absolute error, Warnings",
  example: {
    formula: '=CLV_RETENTION_FIT({100;60;40}, "sbg")',
    result: [
      ["Item", "Value"],
      ["Model", "sbg"],
      ["alpha", 2],
      ["beta", 3],
      ["Log-likelihood", 80 * Math.log(0.4) + 20 * Math.log(0.2)],
      ["AIC", 4 - 160 * Math.log(0.4) - 40 * Math.log(0.2)],
      ["AIC of geometric", 2 - 120 * Math.log(0.375) - 200 * Math.log(0.625)],
      ["AIC of bdw", 6 - 160 * Math.log(0.4) - 40 * Math.log(0.2)],
      ["Mean absolute error", 0],
      ["Warnings", ""],
    ],
  },
  source:
    "P. Fader, B. Hardie (2007), Journal of Interactive Marketing 21(1); P. Fader et al. (2018), the same 43 (bdw)",
  run: ({ renewals, fitted }, others, zone) => {
    const fit = fitted((readArguments(args, others, zone) as [ModelChoice])[0]);
    const { model, curve, logLikelihood, aic, limits } = fit;
    const observed = renewals.survival.slice(1);
    const expected = survival(curve, observed.length).slice(1);
    const error = sum(observed.map((share, index) => Math.abs(share - expected[index]!))) / observed.length;
    return finishedTable(
      {
        columns,
        rows: [
          ["Model", model],
          ...parameters(fit),
          ["Log-likelihood", logLikelihood],
          ["AIC", aic],
          ...renewalModels
            .filter((other) => other !== model)
            .map((other) => [`AIC of ${other}`, fitted(other).aic]),
          ["Mean absolute error", error],
          ["Warnings", limits.map((limit) => sentences[limit]).join("; ")],
        ],
      },
      zone,
    );
  },
});

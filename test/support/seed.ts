import { configureGlobal } from "fast-check";

// The same random data on every machine, so that a failure can be looked at; FC_SEED=… looks elsewhere.
configureGlobal({ seed: Number(process.env["FC_SEED"] ?? 20261122) });

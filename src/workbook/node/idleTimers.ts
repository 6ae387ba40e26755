import { asyncScheduler } from "rxjs";
import { requireMethods, type Internals } from "../engine/internals";

/** Univer's conditional formats look for changes by a timer that never ends; it must not keep Node running. */
export function letNodeEnd(): void {
  const { prototype } = (asyncScheduler as unknown as Internals)["schedulerActionCtor"];
  const action = requireMethods("AsyncAction", prototype, ["requestAsyncId"]);
  const request = action["requestAsyncId"];
  action["requestAsyncId"] = function (this: unknown, ...given: unknown[]): unknown {
    const timer = request.apply(this, given);
    timer?.unref?.();
    return timer;
  };
}

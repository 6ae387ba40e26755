import { type Ways, worksAlways } from "./ways";

/** Cells and dates are not services. */
const isService = (value: object) =>
  Object.prototype.toString.call(value) === "[object Object]" &&
  Object.values(value).some((member) => typeof member === "function");

/**
 * A service each call of which, and of what it gives, is told first by its name, while someone wants to hear of it;
 * telling may throw.
 */
function telling<Value>(value: Value, tell: (name: string, service: object) => void): Value {
  if (Array.isArray(value)) return value.map((one: unknown) => telling(one, tell)) as Value;
  if (typeof value !== "object" || value === null || !isService(value)) return value;
  return new Proxy(value, {
    get: (owner, key) => {
      const member: unknown = Reflect.get(owner, key);
      if (typeof member !== "function") return member;
      return (...given: unknown[]) => {
        tell(String(key), owner);
        return telling<unknown>(member.apply(owner, given), tell);
      };
    },
  });
}

/** A service whose calls, and those of what it gives, fail as the ways say. */
export function watched<Service extends object>(service: Service, waysNow: () => Ways): Service {
  let [counted, calls] = [worksAlways as Ways["fails"], 0];
  const tell = (name: string, owner: object) => {
    const { fails } = waysNow();
    if (fails !== counted) [counted, calls] = [fails, 0];
    const said = fails(++calls, name, owner);
    if (said !== undefined) throw new Error(said);
  };
  const told = telling(service, tell);
  return new Proxy(service, {
    get: (owner, key) => Reflect.get(waysNow().fails === worksAlways ? owner : told, key),
  });
}

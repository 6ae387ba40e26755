/** A service, or what it gave, that counts each call of a method on it and on all that comes from it. */
export function counting<T>(value: T, count: () => void): T {
  if (Array.isArray(value)) return value.map((one: unknown) => counting(one, count)) as T;
  if (typeof value !== "object" || value === null || !isService(value)) return value;
  return new Proxy(value, {
    get: (owner, key) => {
      const member: unknown = Reflect.get(owner, key);
      if (typeof member !== "function") return member;
      return (...args: unknown[]) => {
        count();
        return counting<unknown>(member.apply(owner, args), count);
      };
    },
  });
}

/** Cells and dates are no services. */
const isService = (value: object) =>
  Object.prototype.toString.call(value) === "[object Object]" &&
  Object.values(value).some((member) => typeof member === "function");

/** How the tables that this add-on's functions return begin, where they would be taken for data. */
const beginnings = [
  "customer|first|last|orders|revenue|average order",
  "customer|recency days|frequency|monetary",
  "customer|orders|clv to date",
  "segment|customers|revenue|revenue share",
];

/** True for headers of results, which are not data for further results. */
export function isResult(headers: readonly string[]): boolean {
  const joined = headers.map((header) => header.toLowerCase()).join("|");
  return beginnings.some((beginning) => joined.startsWith(beginning));
}

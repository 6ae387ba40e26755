/** A cell as JSON: a date is its ISO day, a blank is "". */
export type SentCell = string | number | boolean | { readonly date: string };

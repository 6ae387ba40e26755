import { type Ways, takesAll } from "./ways";

type Methods = Readonly<Record<string, unknown>>;

/** A service whose methods of these names do not work, and say so. */
function without<Service extends object>(
  service: Service,
  names: RegExp,
  message: () => string | undefined,
): Service {
  const guarded = Object.entries(service as Methods).map(([name, method]) => {
    if (typeof method !== "function" || !names.test(name)) return [name, method];
    return [
      name,
      (...given: unknown[]) => {
        const said = message();
        if (said !== undefined) throw new Error(said);
        return (method as (...values: unknown[]) => unknown)(...given);
      },
    ];
  });
  return Object.fromEntries(guarded) as Service;
}

/** The same with what Sheets says to changes of a tab, or of cells of it. */
export const guarded = <Service extends object>(
  service: Service,
  ways: Ways,
  tab: string,
  cells?: () => string,
): Service =>
  ways.refuses === takesAll ? service : without(service, changes, () => ways.refuses(tab, cells?.()));

/** Methods that change what a tab holds or how it shows. */
const changes = /^(set|clear|merge|breakApart|insert|delete|remove|update|hide)/;

/** Methods that work on a tab without cells too. */
const ofAnyTab = /^(?!(getName|getType|getSheetId|activate|setName|internal|isSheetHidden|hideSheet)$)/;

/** A tab without cells. */
export const objectSheet = <Sheet extends object>(sheet: Sheet): Sheet =>
  without(sheet, ofAnyTab, () => "The action is not supported for the OBJECT sheet.");

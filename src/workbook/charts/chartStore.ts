import {
  CommandType,
  ICommandService,
  type Injector,
  IResourceManagerService,
  IUndoRedoService,
  IUniverInstanceService,
  UniverInstanceType,
  type Workbook,
} from "@univerjs/core";
import { shiftOf } from "../engine/shift";
import type { ChartSpec } from "./chartSpec";
import { shiftChart } from "./chartShift";

/** The charts of a workbook, saved and loaded with it. */
export interface ChartStore {
  readonly all: () => readonly ChartSpec[];
  /** Adds or replaces a chart; undo brings back what was there before, or what is given as that. */
  readonly put: (spec: ChartSpec, before?: ChartSpec) => void;
  /** Replaces a chart for a moment, as while it is dragged: no step of undo. */
  readonly show: (spec: ChartSpec) => void;
  readonly remove: (id: number) => void;
}

/** The command that changes a chart: without a spec it goes. */
const SET_CHART = "local-workbook.mutation.set-chart";

/** The name under which a workbook's snapshot has its charts. */
export const CHARTS = "SHEET_LOCAL_CHARTS_PLUGIN";

interface SetChart {
  readonly id: number;
  readonly spec: ChartSpec | null;
}

/** A store of charts; to be made before the workbook is opened. */
export function createChartStore(injector: Injector): ChartStore {
  const commands = injector.get(ICommandService);
  const charts = new Map<number, ChartSpec>();
  const set = ({ id, spec }: SetChart) => {
    if (spec) charts.set(id, spec);
    else charts.delete(id);
  };
  commands.registerCommand({
    id: SET_CHART,
    type: CommandType.MUTATION,
    handler: (_, params: SetChart) => {
      set(params);
      return true;
    },
  });
  injector.get(IResourceManagerService).registerPluginResource<ChartSpec[]>({
    pluginName: CHARTS,
    businesses: [UniverInstanceType.UNIVER_SHEET],
    // A sheet that was deleted may come back by undo, so its charts go only here.
    toJson: (unitId) => JSON.stringify([...charts.values()].filter(isOnSheet(injector, unitId))),
    parseJson: (text) => JSON.parse(text) as ChartSpec[],
    onLoad: (_, specs) => specs.forEach((spec) => set({ id: spec.id, spec })),
    onUnLoad: () => charts.clear(),
  });
  commands.onCommandExecuted(({ id, params }) => {
    const shift = shiftOf(id, params);
    if (shift) for (const spec of charts.values()) set({ id: spec.id, spec: shiftChart(spec, shift) });
  });
  const execute = (params: SetChart) => void commands.syncExecuteCommand(SET_CHART, params);
  const change = (params: SetChart, before: ChartSpec | undefined = charts.get(params.id)) => {
    execute(params);
    const workbook = injector
      .get(IUniverInstanceService)
      .getCurrentUnitOfType(UniverInstanceType.UNIVER_SHEET);
    injector.get(IUndoRedoService).pushUndoRedo({
      unitID: workbook!.getUnitId(),
      redoMutations: [{ id: SET_CHART, params }],
      undoMutations: [{ id: SET_CHART, params: { id: params.id, spec: before ?? null } }],
    });
  };
  return {
    all: () => [...charts.values()],
    put: (spec, before) => change({ id: spec.id, spec }, before),
    show: (spec) => execute({ id: spec.id, spec }),
    remove: (id) => change({ id, spec: null }),
  };
}

function isOnSheet(injector: Injector, unitId: string): (spec: ChartSpec) => boolean {
  const workbook = injector.get(IUniverInstanceService).getUnit<Workbook>(unitId);
  return ({ sheetId }) => workbook?.getSheetBySheetId(sheetId) != null;
}

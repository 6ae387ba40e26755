/** Dark and light blue: told apart in grey, and by those who see no red or green. */
export const [dark, light] = ["#1b4f8f", "#a9bfda"];

/** Of what is taken away. */
export const fall = "#d08770";

const text = { color: "#5f6368", fontSize: 10 };

/** The lines of an axis that figures are read off. */
export const ofFigures = { gridlines: { color: "#e3e6ea" }, minorGridlines: { count: 0 } };

interface Axes {
  readonly hAxis?: object;
  readonly vAxis?: object;
}

/** Options of every chart, with what its axes have of their own. */
export const plain = (title: string, { hAxis, vAxis }: Axes = {}): Record<string, unknown> => ({
  title,
  titleTextStyle: { color: "#1a1a1a", fontSize: 11, bold: false },
  legend: { position: "top", textStyle: text },
  backgroundColor: "#ffffff",
  hAxis: { textStyle: text, gridlines: { color: "none" }, ...hAxis },
  vAxis: { textStyle: text, ...ofFigures, ...vAxis },
});

/** Shades of figures: darker means more in grey print too, and black text stays readable on all of them. */
export const [palest, darkest] = ["#ffffff", "#7fa8d9"];

/** How a tile shows whether its target is met: by its colors, and by the mark with which its words begin, which are in every font. */
export const verdicts = {
  met: { mark: "•", background: "#e3f3e6", color: "#0b5a2b" },
  missed: { mark: "×", background: "#fbe4e2", color: "#8c1210" },
} as const;

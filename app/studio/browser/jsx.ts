/** What compiled lessons import: the very React that draws the preview. */
import * as runtime from "react/jsx-runtime";

export const Fragment = runtime.Fragment;
export const jsx = runtime.jsx;
export const jsxs = runtime.jsxs;

/** The small parts of a page by one name; new screens import the part's own file. */
export { FigureCard } from "./FigureCard";
export { Note } from "./Note";
export { Segments } from "./Segments";
export { Bones, Empty, Failed } from "./states";
export { Demo, Sign, Status } from "./Status";

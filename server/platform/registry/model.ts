import type { Kind } from "../kinds/kind";
import type { FigureOptions } from "./declare";
import type { Registry } from "./registry";

/** A kind as the admin receives it: what its own copy of the kinds is asked for by name. */
function kindModel(kind: Kind): object {
  const { name, max, min, scale, multiline, pattern, shape, choices, enumName, target, open, of } = kind;
  return { name, max, min, scale, multiline, pattern, shape, choices, enumName, target, open, of: of && kindModel(of) };
}

/** A figure is shown like a field that nobody writes, filters or sorts by. */
const asField = ({ name, label, about, kind, width = 120 }: FigureOptions) => ({
  name,
  label,
  about,
  kind,
  width,
  required: false,
  filter: false,
  sort: false,
  search: false,
  write: "never" as const,
  dated: false,
  inList: false,
});

/**
 * The declarations as the admin's screens are made from them: shipped with the built page, so that no screen asks the
 * server what a resource is.
 */
export function modelOf(registry: Registry): object {
  return {
    resources: registry.resources
      .filter((r) => r.root)
      .map((r) => ({
        name: r.name,
        single: r.single,
        plural: r.plural,
        label: r.label,
        pluralLabel: r.pluralLabel,
        about: r.about,
        title: r.title,
        defaultSort: r.defaultSort.map(({ field, descending }) => ({ field: field.name, descending })),
        dated: r.states !== null,
        interval: r.interval,
        write: !r.readOnly,
        fields: [...r.fields, ...r.figures.map(asField)].map((f) => ({
          name: f.name,
          label: f.label,
          about: f.about,
          kind: kindModel(f.kind),
          required: f.required,
          filter: f.filter,
          sort: f.sort,
          search: f.search,
          write: f.write,
          dated: f.dated,
          inList: f.inList,
          width: f.width,
        })),
        lists: r.lists
          .filter((l) => l.via !== null && l.name !== "states")
          .map((l) => ({ name: l.name, label: l.label, target: l.target.single, via: l.via })),
      })),
  };
}

import { isEnumType, isInputObjectType, isIntrospectionType, isObjectType, isSpecifiedScalarType } from "graphql";
import { makeRegistry, makeSchema } from "../../server/schema";

const registry = makeRegistry();
const schema = makeSchema(registry);
const types = Object.values(schema.getTypeMap()).filter((t) => !isIntrospectionType(t) && !isSpecifiedScalarType(t));

/** Everything of the schema that can be described, by its place. */
function described(): [string, string | null | undefined][] {
  const out: [string, string | null | undefined][] = [];
  for (const type of types) {
    out.push([type.name, type.description]);
    if (isEnumType(type)) for (const v of type.getValues()) out.push([`${type.name}.${v.name}`, v.description]);
    if (isInputObjectType(type))
      for (const f of Object.values(type.getFields())) out.push([`${type.name}.${f.name}`, f.description]);
    if (isObjectType(type)) {
      for (const field of Object.values(type.getFields())) {
        out.push([`${type.name}.${field.name}`, field.description]);
        for (const arg of field.args) out.push([`${type.name}.${field.name}(${arg.name})`, arg.description]);
      }
    }
  }
  return out;
}

test("every type, field, argument, input field and enum value is described in a sentence, not by its name", () => {
  const all = described();
  expect(all.length).toBeGreaterThan(500);
  const bare = all.filter(([place, words]) => {
    const said = words?.trim() ?? "";
    return said.length < 2 || said === place.split(".").at(-1) || /undefined|\[object|^\W+$|[{}]/.test(said);
  });
  expect(bare).toEqual([]);
});

test("every resource, field and choice has its words in both languages", () => {
  const bare: string[] = [];
  const check = (place: string, words: { vi: string; en: string }) => {
    if (!words.vi.trim() || !words.en.trim()) bare.push(place);
  };
  for (const resource of registry.resources) {
    for (const words of [resource.label, resource.pluralLabel, resource.about]) check(resource.name, words);
    for (const list of resource.lists) for (const words of [list.label, list.about]) check(list.name, words);
    for (const field of resource.fields) {
      const place = `${resource.name}.${field.name}`;
      check(place, field.label);
      check(place, field.about);
      if (!/[.…]$/.test(field.about.vi) || !/[.…]$/.test(field.about.en)) bare.push(`${place}: no sentence`);
      for (const choice of field.kind.choices ?? field.kind.of?.choices ?? [])
        check(`${place}.${choice.value}`, choice);
    }
  }
  expect(bare).toEqual([]);
});

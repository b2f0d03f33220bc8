/** JSON as the syntax tree of an expression. The compiler takes trees, not text, so no content can break out of a string. */
export function jsonExpression(value: unknown): object {
  if (value === null || typeof value === "boolean" || typeof value === "string") return { type: "Literal", value };
  if (typeof value === "number") {
    const literal = { type: "Literal", value: Math.abs(value) };
    return value < 0 ? { type: "UnaryExpression", operator: "-", prefix: true, argument: literal } : literal;
  }
  if (Array.isArray(value)) return { type: "ArrayExpression", elements: value.map(jsonExpression) };
  if (typeof value !== "object") throw new Error(`A ${typeof value} is not JSON.`);
  const properties = Object.entries(value)
    .filter(([, child]) => child !== undefined)
    .map(([key, child]) => ({
      type: "Property",
      kind: "init",
      method: false,
      shorthand: false,
      computed: false,
      key: { type: "Literal", value: key },
      value: jsonExpression(child),
    }));
  return { type: "ObjectExpression", properties };
}

/** An attribute of a tag whose value is an expression. */
export function expressionAttribute(name: string, expression: object): object {
  const estree = {
    type: "Program",
    sourceType: "module",
    comments: [],
    body: [{ type: "ExpressionStatement", expression }],
  };
  return {
    type: "mdxJsxAttribute",
    name,
    value: { type: "mdxJsxAttributeValueExpression", value: "", data: { estree } },
  };
}

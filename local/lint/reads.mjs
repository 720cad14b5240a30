// How the database is read (docs/decisions/0010): types come from src/mysql/schema, never from a hand.

const READS = new Set(['select', 'first', 'pluck', 'distinct']);
const JOINS = new Set(['join', 'innerJoin', 'leftJoin', 'leftOuterJoin', 'rightJoin', 'fullOuterJoin', 'crossJoin', 'joinRaw']);

/** The names of the methods that were called before this one, in one chain. */
function callsBefore(call) {
  const names = [];
  let node = call.callee.object;
  while (node) {
    if (node.type === 'CallExpression') {
      if (node.callee.type === 'MemberExpression' && node.callee.property.type === 'Identifier') names.push(node.callee.property.name);
      node = node.callee;
    } else node = node.type === 'MemberExpression' ? node.object : undefined;
  }
  return names;
}

const noRowByHand = {
  create: (context) => {
    const look = (node) => {
      if (node.id.name.endsWith('Row') && !/\b(?:Row|Selected|Pick|NewRow|RowChange)</.test(context.sourceCode.getText(node)))
        context.report({
          node,
          message: 'A row is typed by the schema: Row<’table’>, or Selected<typeof COLUMNS> of what rowsOf selects.',
        });
    };
    return { TSInterfaceDeclaration: look, TSTypeAliasDeclaration: look };
  },
};

const noTypedRead = {
  create: (context) => ({
    VariableDeclarator(node) {
      const type = node.id.typeAnnotation?.typeAnnotation;
      if (!type || type.type === 'TSUnknownKeyword') return;
      if (node.init?.type === 'AwaitExpression')
        context.report({ node, message: 'What is read has the type that the schema gives it: leave the annotation out.' });
    },
  }),
};

const noUnnamedJoin = {
  create: (context) => ({
    CallExpression(node) {
      const { callee } = node;
      if (callee.type !== 'MemberExpression' || callee.property.type !== 'Identifier' || !READS.has(callee.property.name)) return;
      // `distinct()` alone only narrows what rowsOf selects
      if (callee.property.name === 'distinct' && node.arguments.length === 0) return;
      if (callsBefore(node).some((name) => JOINS.has(name)))
        context.report({
          node,
          message:
            'Joined tables are read by rowsOf, firstOf or valuesOf (src/mysql/rows.ts): knex does not know which column may be null.',
        });
    },
  }),
};

// what the linter asks of a plugin
// oxlint-disable-next-line import/no-default-export
export default {
  meta: { name: 'reads' },
  rules: { 'no-row-by-hand': noRowByHand, 'no-typed-read': noTypedRead, 'no-unnamed-join': noUnnamedJoin },
};

import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import ts from 'typescript';

/**
 * An import of one of our files by another.
 *
 * @typedef {object} Import
 * @property {string} from
 * @property {string} to
 * @property {boolean} typesOnly
 */

/** Folders whose layout is drawn. */
const drawn = ['src', 'workflows', 'activities', 'tools'];

/**
 * Lists the files whose imports are read, named from the project's folder.
 *
 * @param {string} root
 * @returns {string[]}
 */
function sources(root) {
  const found = drawn.flatMap((folder) =>
    readdirSync(path.join(root, folder), { recursive: true, encoding: 'utf8' }).map((file) => path.join(folder, file)),
  );
  return [...found, 'worker.ts'].filter((file) => /\.(ts|mjs|cjs)$/.test(file)).sort();
}

/**
 * Reads every import of the source that leads to another of our files.
 *
 * @param {string} root
 * @returns {Import[]}
 */
export function readImports(root) {
  const files = sources(root);
  const known = new Set(files);
  return files.flatMap((from) =>
    importsOf(from, readFileSync(path.join(root, from), 'utf8')).flatMap(({ specifier, typesOnly }) => {
      const to = resolved(from, specifier, known);
      return to === undefined ? [] : [{ from, to, typesOnly }];
    }),
  );
}

/**
 * Returns the file that a specifier leads to, or nothing where it names a package or a file that is only built.
 *
 * @param {string} from
 * @param {string} specifier
 * @param {ReadonlySet<string>} known
 */
function resolved(from, specifier, known) {
  if (!specifier.startsWith('.')) return undefined;
  const bare = path.join(path.dirname(from), specifier);
  return [bare, `${bare}.ts`, path.join(bare, 'index.ts')].find((file) => known.has(file));
}

/**
 * Returns the imports that a text makes: by import, export … from, import() and require(), of values and of types.
 *
 * @param {string} file
 * @param {string} text
 */
function importsOf(file, text) {
  /** @type {{ specifier: string, typesOnly: boolean }[]} */
  const found = [];
  /** @param {ts.Node} node */
  const visit = (node) => {
    const one = importIn(node);
    if (one !== undefined && ts.isStringLiteral(one.specifier)) {
      found.push({ specifier: one.specifier.text, typesOnly: one.typesOnly });
    }
    ts.forEachChild(node, visit);
  };
  visit(ts.createSourceFile(file, text, ts.ScriptTarget.Latest));
  return found;
}

/**
 * Returns the import that this node of the syntax is, if it is one.
 *
 * @param {ts.Node} node
 * @returns {{ specifier: ts.Node, typesOnly: boolean } | undefined}
 */
function importIn(node) {
  if (ts.isImportDeclaration(node)) {
    return { specifier: node.moduleSpecifier, typesOnly: bringsTypesOnly(node.importClause) };
  }
  if (ts.isExportDeclaration(node) && node.moduleSpecifier) {
    return { specifier: node.moduleSpecifier, typesOnly: node.isTypeOnly };
  }
  if (ts.isImportTypeNode(node) && ts.isLiteralTypeNode(node.argument)) {
    return { specifier: node.argument.literal, typesOnly: true };
  }
  if (!ts.isCallExpression(node)) return undefined;
  const {
    expression,
    arguments: [specifier],
  } = node;
  const imports =
    expression.kind === ts.SyntaxKind.ImportKeyword || (ts.isIdentifier(expression) && expression.text === 'require');
  return imports && specifier !== undefined ? { specifier, typesOnly: false } : undefined;
}

/**
 * Says whether nothing of an import is left when it is compiled.
 *
 * @param {ts.ImportClause | undefined} clause
 */
function bringsTypesOnly(clause) {
  if (clause === undefined) return false;
  if (clause.isTypeOnly) return true;
  const { name, namedBindings } = clause;
  if (name !== undefined || namedBindings === undefined || !ts.isNamedImports(namedBindings)) return false;
  return namedBindings.elements.length > 0 && namedBindings.elements.every((element) => element.isTypeOnly);
}
